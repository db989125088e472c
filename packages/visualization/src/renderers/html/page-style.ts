/** The style sheet of a page: light or dark as the reader's system is. */
export const pageStyle = `
:root { color-scheme: light dark; --page: #f4f6f8; --ink: #1c2430; --muted: #56606e; --line: #dde2e9; --card: #ffffff; --accent: #1a5f9c; }
@media (prefers-color-scheme: dark) { :root { --page: #14181f; --ink: #e6e9ee; --muted: #a5afbd; --line: #343b47; --card: #1c222b; --accent: #7ab8ee; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 16px; overflow-wrap: anywhere; }
figure { margin: 0 0 32px; padding: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.picture { overflow-x: auto; padding: 4px; background: #ffffff; border-radius: 6px; }
.picture svg { display: block; margin: 0 auto; max-width: 100%; height: auto; }
figcaption { margin-top: 12px; color: var(--muted); overflow-wrap: anywhere; }
details { margin-top: 8px; }
summary { cursor: pointer; color: var(--accent); width: fit-content; }
.table { overflow-x: auto; margin-top: 8px; }
table { border-collapse: collapse; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--muted); padding-bottom: 6px; }
th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th[scope='row'], thead th:first-child { text-align: left; }
`;
