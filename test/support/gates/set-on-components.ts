import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** An attribute that a file sets on one of the platform's components. */
export interface SetAttribute {
  file: string
  component: string
  attribute: string
}

/** The platform's components that a file imports, by the names it has for them. */
function importedComponents(source: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    if ((statement.moduleSpecifier as ts.StringLiteral).text !== '@tarojs/components') continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) continue
    for (const { name, propertyName, isTypeOnly } of bindings.elements) {
      if (!isTypeOnly) names.set(name.text, (propertyName ?? name).text)
    }
  }
  return names
}

/** The names that `{...aria({ … })}` sets, wherever in the spread it stands. */
function spokenBy(spread: ts.JsxSpreadAttribute): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'aria') {
      const [spoken] = node.arguments
      if (spoken && ts.isObjectLiteralExpression(spoken)) {
        for (const property of spoken.properties) found.push(`aria-${property.name?.getText()}`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(spread)
  return found
}

/** Everything that a .tsx file sets by name on the platform's components, as JSX writes it. */
export function setOnComponents(file: string, text = readFileSync(file, 'utf8')): SetAttribute[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const components = importedComponents(source)
  const found: SetAttribute[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = components.get(node.tagName.getText())
      for (const set of component ? node.attributes.properties : []) {
        const names = ts.isJsxAttribute(set) ? [set.name.getText()] : spokenBy(set)
        found.push(...names.map((attribute) => ({ file, component: component!, attribute })))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
