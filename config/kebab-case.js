/**
 * In the place of lodash.kebabcase, which NutUI asks for the names of its theme's variables: lodash
 * looks for the global object by `Function('return this')`, which WeChat forbids.
 */
module.exports = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
