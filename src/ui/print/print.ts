/** The mini-program cannot print. */
export {}
