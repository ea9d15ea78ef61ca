import { startProgram } from './start.js'

/** A thread of the pool. */
startProgram().program.work()
