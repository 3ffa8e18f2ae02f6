// Gathers what the pages need into target/assets, under a path that names its content, so that it can be cached for ever.
// Run by Maven; does nothing when its inputs have not changed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const sources = dirname(fileURLToPath(import.meta.url));
const module = join(sources, '../../..');
const output = join(module, 'target/assets');
const dsfr = join(module, 'node_modules/@gouvfr/dsfr/dist');

const COMPONENTS = [
  'accordion', 'alert', 'badge', 'breadcrumb', 'button', 'callout', 'card', 'checkbox', 'content', 'footer', 'form',
  'header', 'highlight', 'input', 'link', 'logo', 'modal', 'navigation', 'notice', 'pagination', 'quote', 'radio',
  'search', 'select', 'sidemenu', 'skiplink', 'summary', 'tag', 'tile', 'upload',
];

const ICONS = [
  'account-circle-line', 'add-line', 'archive-line', 'arrow-down-s-line', 'arrow-go-back-line', 'arrow-left-line',
  'arrow-left-s-line', 'arrow-right-line', 'arrow-right-s-line', 'arrow-right-up-line', 'article-line', 'award-line',
  'bar-chart-2-line', 'book-2-line', 'briefcase-line', 'building-line', 'calendar-event-line', 'calendar-line',
  'check-line', 'checkbox-circle-line', 'close-circle-line', 'close-line', 'code-s-slash-line', 'community-line',
  'compass-3-line', 'dashboard-3-line', 'database-line', 'delete-bin-line', 'download-line', 'draft-line', 'edit-line',
  'error-warning-line', 'external-link-line', 'eye-line', 'eye-off-line', 'file-text-line', 'filter-line', 'flag-line',
  'france-line', 'git-branch-line', 'global-line', 'government-line', 'group-line', 'home-4-line', 'home-office-line',
  'information-line', 'lightbulb-line', 'line-chart-line', 'links-line', 'list-unordered', 'lock-line',
  'logout-box-r-line', 'mail-line', 'map-pin-2-line', 'menu-fill', 'money-euro-circle-line', 'more-line',
  'question-line', 'quote-line', 'refresh-line', 'scales-3-line', 'search-line', 'send-plane-line', 'settings-5-line',
  'shield-line', 'stack-line', 'star-line', 'team-line', 'time-line', 'timer-line', 'todo-line', 'upload-line',
  'user-line', 'user-search-line', 'user-star-line',
];

const css = (path) => readFileSync(join(dsfr, path), 'utf8').replace(/^\/\*![\s\S]*?\*\//, '').replace(/@charset "[^"]*";/, '');

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  paths.sort().forEach((path) => hash.update(relative(module, path)).update(readFileSync(path)));
  return hash.digest('hex').slice(0, 12);
}

function installed(name, version) {
  const manifest = join(module, 'node_modules', name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
}

function install() {
  const wanted = JSON.parse(readFileSync(join(module, 'package.json'), 'utf8')).devDependencies;
  if (Object.entries(wanted).every(([name, version]) => installed(name, version))) {
    return;
  }
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: module, stdio: 'inherit' });
  } catch (failure) {
    console.error(failure.code === 'ENOENT'
      ? 'npm is not installed: the pages need it to gather the design system (Node 20 or newer brings it).'
      : 'npm could not fetch the design system: see its message above; a network or a filled npm cache is needed once.');
    process.exit(1);
  }
}

function minified(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').replace(/\s*([{};,])\s*/g, '$1').trim();
}

function iconRules() {
  const all = css('utility/icons/icons.main.css');
  return ICONS.map((icon) => {
    const rule = all.match(new RegExp(`\\.fr-icon-${icon}::before,\\s*\\.fr-icon-${icon}::after\\s*\\{[^}]*\\}`));
    if (!rule) {
      throw new Error(`The design system has no icon named ${icon}`);
    }
    return minified(rule[0]);
  }).join('');
}

function designSystem() {
  // only the modern font format and the one family used: everything that can show these pages reads woff2
  const core = css('core/core.main.min.css')
    .replace(/@font-face\{[^}]*Spectral[^}]*\}/g, '')
    .replace(/,\s*url\([^)]*\.woff\) format\("woff"\)/g, '');
  const parts = [core, css('scheme/scheme.min.css'), ...COMPONENTS.map((name) => css(`component/${name}/${name}.main.min.css`)), iconRules(),
    css('core/core.print.min.css'), ...COMPONENTS.map((name) => css(`component/${name}/${name}.print.min.css`))];
  const text = parts.join('\n').replace(/url\((["']?)(?:\.\.\/)+(icons|fonts)\//g, 'url($1$2/');
  return '/*! DSFR v1.15.3 | SPDX-License-Identifier: Etalab-2.0 | restricted use (see terms and conditions) */\n' + text;
}

const inputs = hashOf([...files(sources), join(module, 'package-lock.json')]);
const stamp = join(output, 'inputs');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
  process.exit(0);
}

install();
rmSync(output, { recursive: true, force: true });
// Maven copies but never removes: an older version would stay in the jar
rmSync(join(module, 'target/classes/META-INF/resources/assets'), { recursive: true, force: true });
const staging = join(output, 'staging');
const put = (name, text) => {
  mkdirSync(dirname(join(staging, name)), { recursive: true });
  writeFileSync(join(staging, name), text);
};

const dsfrCss = designSystem();
put('dsfr.css', dsfrCss);
for (const [, path] of dsfrCss.matchAll(/url\(["']?((?:icons|fonts)\/[^"')]+)["']?\)/g)) {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  cpSync(join(dsfr, path), join(staging, path));
}
put('agora.css', readdirSync(join(sources, 'css')).sort().map((name) => minified(readFileSync(join(sources, 'css', name), 'utf8'))).join('\n'));
for (const name of readdirSync(join(sources, 'js'))) {
  put(name, readFileSync(join(sources, 'js', name), 'utf8'));
}
for (const name of readdirSync(join(sources, 'img'))) {
  put(name, readFileSync(join(sources, 'img', name)));
}
put('htmx.min.js', readFileSync(join(module, 'node_modules/htmx.org/dist/htmx.min.js'), 'utf8'));

const version = hashOf(files(staging));
const final = join(output, 'META-INF/resources/assets', version);
cpSync(staging, final, { recursive: true });
rmSync(staging, { recursive: true });
for (const path of files(final).filter((name) => /\.(css|js|svg)$/.test(name))) {
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}
const about = join(output, 'fr/agora/platform/ui');
mkdirSync(about, { recursive: true });
writeFileSync(join(about, 'assets.properties'), `version=${version}\n`);
writeFileSync(stamp, inputs);
const weight = (name) => (statSync(join(final, `${name}.gz`)).size / 1000).toFixed(1);
console.log(`assets ${version}: ${['dsfr.css', 'agora.css', 'agora.js', 'htmx.min.js'].map((name) => `${name} ${weight(name)} kB gz`).join(', ')}`);
