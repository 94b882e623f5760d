export { finish, OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';
