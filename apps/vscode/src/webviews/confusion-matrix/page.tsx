import { useEffect, useState } from 'preact/hooks';

import type { RunResult } from '../../protocol/training.js';
import type { confusionMatrixContract } from '../../protocol/webviews/confusion-matrix.js';
import type { PageProps } from '../shared/start.js';

/** A run's confusion matrix. */
export function ConfusionMatrixPage({
  host,
}: PageProps<typeof confusionMatrixContract, { run: string }, never>) {
  const [result, setResult] = useState<RunResult>();
  useEffect(() => {
    void host.load({}).then((loaded) => setResult(loaded.result));
  }, [host]);
  return result === undefined ? <p>Loading…</p> : <p>Accuracy {result.accuracy}</p>;
}
