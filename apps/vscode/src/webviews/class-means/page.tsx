import { useCallback, useState } from 'preact/hooks';

import type { classMeansContract, ClassMeans } from '../../protocol/webviews/class-means.js';
import type { ModelSource } from '../../protocol/webviews/model.js';
import { ButtonChoice, FormChoice } from '../shared/button-choice.js';
import { PreparedNote } from '../shared/prepared-note.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import { FigureImages } from './figure-images.js';
import { FigureTable } from './figure-table.js';
import { figureTitle } from './figure-view.js';

/** What the page keeps of itself. */
export interface ClassMeansState {
  readonly isTable: boolean;
  /** The name of the figure that is shown. */
  readonly figure: string | undefined;
}

type Props = PageProps<typeof classMeansContract, ModelSource, ClassMeansState>;

/** What is typical of each class of a model. */
export function ClassMeansPage(props: Props) {
  const { host } = props;
  const [loaded, retry] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  if (loaded.state === 'loading') return <p class="hint">{t('Loading the model…')}</p>;
  if (loaded.state === 'failed') {
    return (
      <Problem
        title={t('Class means')}
        message={t('The class means cannot be shown: {0}', loaded.message)}
        retry={retry}
      />
    );
  }
  return <Means {...props} means={loaded.value} />;
}

function Means({ saved, save, means }: Props & { readonly means: ClassMeans }) {
  const [state, setState] = useState<ClassMeansState>(saved ?? { isTable: false, figure: undefined });
  const change = (part: Partial<ClassMeansState>): void => {
    const next = { ...state, ...part };
    setState(next);
    save(next);
  };
  const { figures, shape } = means;
  const figure = figures.find(({ name }) => name === state.figure) ?? figures[0];
  const isTable = state.isTable || shape === null;
  return (
    <div class="weights">
      <header class="weights-head">
        <h1 title={means.name}>{t('What is typical of each class')}</h1>
        <div class="weights-buttons">
          {figures.length > 1 && (
            <ButtonChoice
              label={t('Figure')}
              options={figures.map(({ name, label }) => [name, figureTitle(name, label)] as const)}
              chosen={figure.name}
              onChoose={(name) => change({ figure: name })}
            />
          )}
          {shape !== null && (
            <FormChoice isTable={isTable} onChange={(asTable) => change({ isTable: asTable })} />
          )}
        </div>
      </header>
      <PreparedNote transformers={means.transformers} />
      {isTable ? (
        <FigureTable means={means} figure={figure} />
      ) : (
        <FigureImages means={means} figure={figure} shape={shape} />
      )}
    </div>
  );
}
