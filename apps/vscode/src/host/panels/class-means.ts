import { InputError } from '@tenfold/core';
import * as vscode from 'vscode';

import { classMeansContract, classMeansSource } from '../../protocol/webviews/class-means.js';
import { classMeans } from '../models/model-form.js';
import { type ModelServices, modelTitle, readModelForm } from '../models/read-model.js';
import { definePanel, type PanelContext } from '../webview/panel.js';

/** What is typical of each class of a model. */
export const classMeansPanel = definePanel({
  name: 'class-means',
  source: classMeansSource,
  contract: classMeansContract,
  title: (source) => vscode.l10n.t('Class means: {0}', modelTitle(source)),
  serve: (source, { services }: PanelContext<ModelServices>) => ({
    async load() {
      const { model, form } = await readModelForm(source, services);
      const means = classMeans(model, form);
      if (means !== null) return means;
      throw new InputError(
        vscode.l10n.t('a {0} has no class means that could be shown', model.definition.name),
      );
    },
  }),
});
