export { finish, OPERATIONS_PER_STEP, Pace, type Steps } from '../internal/steps.js';
