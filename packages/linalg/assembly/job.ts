import { BLOCKS, DONE, FINISHED, KERNEL, NEXT, OWNERS } from './generated/job-fields';
import { runKernel } from './generated/run-kernel';

// A job lies in shared memory and is cut into blocks that any thread may take.

/** i64: the generation in the high half, the next block in the low half. */
const TICKET = NEXT;

/**
 * Takes blocks of a job and runs them until none is left or `limit` have been run.
 *
 * A block is taken by exchanging the whole ticket, so that a thread which comes late, when the job's place already
 * holds another, takes nothing. Every kernel writes its block's own outputs from scratch, which makes it safe to
 * run again the block of a thread that died.
 *
 * @param job address of the job
 * @param generation the job's number
 * @param thread this thread's number, above 0
 * @param scratch address of this thread's own scratch memory
 * @returns blocks run
 */
export function runJob(job: usize, generation: i32, thread: i32, scratch: usize, limit: i32): i32 {
  let ran = 0;
  while (ran < limit) {
    const block = takeBlock(job, generation, thread);
    if (block < 0) break;
    runBlock(job, generation, block, scratch);
    ran++;
  }
  return ran;
}

/** Runs one block that is already this thread's, or that a dead thread left. */
export function runBlock(job: usize, generation: i32, block: i32, scratch: usize): void {
  runKernel(load<i32>(job + KERNEL), job, block, scratch);
  atomic.store<i32>(ownerOf(job, block), -1);
  finish(job, generation);
}

function takeBlock(job: usize, generation: i32, thread: i32): i32 {
  while (true) {
    const ticket = atomic.load<i64>(job + TICKET);
    const block = <i32>ticket;
    if (<i32>(ticket >> 32) != generation || block >= load<i32>(job + BLOCKS)) return -1;
    if (atomic.cmpxchg<i64>(job + TICKET, ticket, ticket + 1) == ticket) {
      atomic.store<i32>(ownerOf(job, block), thread);
      return block;
    }
  }
}

function ownerOf(job: usize, block: i32): usize {
  return <usize>load<u32>(job + OWNERS) + (<usize>block << 2);
}

function finish(job: usize, generation: i32): void {
  // Read before the block counts: afterwards the place may already hold the next job.
  const blocks = load<i32>(job + BLOCKS);
  if (atomic.add<i32>(job + DONE, 1) + 1 != blocks) return;
  atomic.store<i32>(job + FINISHED, generation);
  atomic.notify(job + FINISHED);
}
