import type * as vscode from 'vscode';

import type { Port } from '../../protocol/channel.js';

/** The way to a webview. VS Code clones what it sends; there is nothing to hand over. */
export function webviewPort(webview: vscode.Webview): Port {
  return {
    post(message) {
      void webview.postMessage(message);
    },
    listen(listener) {
      const subscription = webview.onDidReceiveMessage(listener);
      return () => {
        subscription.dispose();
      };
    },
  };
}
