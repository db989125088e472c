import { useEffect } from 'preact/hooks';
import { errorMessage } from '@tenfold/core';

import type { pictureContract } from '../../protocol/webviews/picture.js';
import { ignoreFailure } from '../shared/ignore-failure.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { svgToPng } from './svg-to-png.js';

/** Draws one picture, hands it over, and is closed. */
export function PicturePage({ host }: PageProps<typeof pictureContract, { ticket: string }, never>) {
  useEffect(() => {
    const draw = async (): Promise<void> => {
      const { svg, scale } = await host.take({});
      await host.deliver({ png: await svgToPng(svg, scale) });
    };
    draw().catch((error: unknown) => {
      // Nobody sees this page, and the host has stopped waiting when it cannot be told.
      ignoreFailure(host.fail({ message: errorMessage(error) }));
    });
  }, [host]);
  return <p role="status">{t('Drawing the picture…')}</p>;
}
