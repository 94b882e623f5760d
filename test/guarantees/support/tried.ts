import type { RequestInput } from '../../../src/domain/request.js';
import { type Best, enumerate } from '../../oracle/enumerate.js';

/** The best programme of all by trying them, unless there are too many to try. */
export function tried(request: RequestInput, most = 300_000): Best | 'too many' {
  try {
    return enumerate(request, most);
  } catch (error) {
    if (error instanceof Error && error.message.endsWith('too many to enumerate')) return 'too many';
    throw error;
  }
}
