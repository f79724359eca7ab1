'use strict';
// Loaded by Electron before the app: says when the page says it is ready, by the clock on the wall.
const { app } = require('electron');

const whenReady = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.dataset.ready === 'true' && resolve(performance.timeOrigin + performance.now());
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.executeJavaScript(whenReady).then((at) => process.stdout.write(`ready ${at}\n`));
  });
});
