/** Style and script of the HTML report. Nothing is fetched: the page works from disk, and its script only filters. */

export const css = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;--paper:#fff;--side:#f6f8fa;--error:#b42318;--warning:#8a5a00;--info:#0b5cad;--ok:#1a7f37;--error-bg:#ffe3e0;--warning-bg:#fff1c7;--info-bg:#dcecff}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#3d444d;--paper:#0d1117;--side:#151b23;--error:#ff8a80;--warning:#f0c34e;--info:#79b8ff;--ok:#56d364;--error-bg:#5a1d1a;--warning-bg:#4a3a0a;--info-bg:#12304f}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.65 system-ui,"Hiragino Sans","Noto Sans CJK JP","Yu Gothic",sans-serif;color:var(--ink);background:var(--paper)}
header{padding:1rem 1.5rem;border-bottom:1px solid var(--line)}
h1{font-size:1.25rem;margin:0}header p{margin:.2rem 0 0;color:var(--soft)}
.jump{position:absolute;left:-999rem}.jump:focus{position:static}
.layout{display:grid;grid-template-columns:minmax(0,1fr) 26rem}
main{padding:1rem 2rem 4rem;max-width:52rem;width:100%;margin:0 auto;overflow-wrap:anywhere}
aside{border-left:1px solid var(--line);background:var(--side);height:100vh;position:sticky;top:0;overflow:auto;padding:1rem}
.file{border-bottom:1px solid var(--line);padding-bottom:2rem;margin-bottom:2rem}
.file>h2{font:600 1rem/1.5 ui-monospace,monospace;margin:.5rem 0;padding:.25rem .5rem;background:var(--side);border-radius:.25rem}
.coverage{color:var(--soft);font-size:.875rem;margin:0 0 1rem}
.block{position:relative;margin:.6rem 0;white-space:pre-line}
.block>.n{position:absolute;left:-2rem;width:1.6rem;text-align:right;color:var(--soft);font-size:.7rem;user-select:none}
.li{padding-left:1.5rem}.what{color:var(--soft);font-size:.75rem;border:1px solid var(--line);border-radius:.25rem;padding:0 .3rem;margin-right:.4rem}
.notice,.reference,.code{color:var(--soft);font-size:.9rem}
table{border-collapse:collapse;margin:.8rem 0}td,th{border:1px solid var(--line);padding:.3rem .6rem;text-align:left;white-space:pre-line}
mark{color:inherit;background:none}
mark.claim{border-bottom:2px dotted var(--warning)}mark.claim.ok{border-bottom-color:var(--ok)}
a.finding{color:inherit;text-decoration:none;border-bottom:3px solid;border-radius:2px}
.key{border-bottom:3px solid;padding:0 .3rem}a.error,.key.error{background:var(--error-bg);border-color:var(--error)}a.warning,.key.warning{background:var(--warning-bg);border-color:var(--warning)}a.info,.key.info{background:var(--info-bg);border-color:var(--info)}aside h2{font-size:1rem;margin:0 0 .5rem}
a:focus-visible,select:focus-visible,input:focus-visible{outline:3px solid var(--info);outline-offset:2px}
:target,:target+a{outline:3px solid var(--info);outline-offset:2px}
form{display:grid;gap:.5rem;margin-bottom:1rem}fieldset{border:0;padding:0;margin:0;display:flex;gap:1rem;flex-wrap:wrap}legend{padding:0;font-weight:600}
select{width:100%;font:inherit;padding:.25rem}label{font-size:.9rem}
ol.findings{list-style:none;padding:0;margin:0}
.findings li{border:1px solid var(--line);border-left:4px solid;background:var(--paper);border-radius:.25rem;padding:.6rem .8rem;margin-bottom:.7rem;overflow-wrap:anywhere}
li.error{border-left-color:var(--error)}li.warning{border-left-color:var(--warning)}li.info{border-left-color:var(--info)}
.findings .severity{font-weight:700}.error .severity{color:var(--error)}.warning .severity{color:var(--warning)}.info .severity{color:var(--info)}
.findings a{color:inherit}.findings p{margin:.3rem 0}.law,.id{color:var(--soft);font-size:.8rem}.do::before{content:"→ "}
blockquote{margin:.3rem 0;padding-left:.6rem;border-left:3px solid var(--line)}
@media(max-width:60rem){.jump{position:static;display:inline-block;margin-top:.4rem;color:var(--info)}.layout{grid-template-columns:1fr}aside{position:static;height:auto;border-left:0;border-top:1px solid var(--line)}.block>.n{position:static;margin-right:.4rem}}
@media print{.jump{display:none}.layout{display:block}aside{position:static;height:auto;border:0;background:none;break-before:page}form{display:none}a.finding,mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}.findings li{break-inside:avoid}}
`

export const script = `
(function () {
  var form = document.querySelector('form');
  var items = Array.prototype.slice.call(document.querySelectorAll('.findings li'));
  var count = document.getElementById('count');
  function apply() {
    var rule = form.elements.rule.value, file = form.elements.file.value, shown = 0;
    items.forEach(function (item) {
      var is = (!rule || item.dataset.rule === rule) && (!file || item.dataset.file === file) && form.elements[item.dataset.severity].checked;
      item.hidden = !is;
      if (is) shown++;
    });
    document.querySelectorAll('.file').forEach(function (part) { part.hidden = !!file && part.dataset.file !== file; });
    count.textContent = count.dataset.words.replace('{shown}', shown).replace('{all}', items.length);
  }
  form.addEventListener('change', apply);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.hidden = false;
  apply();
})();
`
