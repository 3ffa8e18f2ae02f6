// The accounts of the store, one a database, which it reads and writes and nothing else.
// mongod's image runs it as root when its volume is new; on an older one: docs/operations/accounts-of-the-engines.md.
for (const name of ['gateway', 'directory', 'projects', 'jobs', 'search']) {
  const variable = `AGORA_MONGODB_${name.toUpperCase()}_PASSWORD`;
  const pwd = process.env[variable];
  if (!pwd) {
    throw new Error(`${variable} is not set`);
  }
  const database = `agora_${name}`;
  const roles = [{ role: 'readWrite', db: database }];
  const its = db.getSiblingDB(database);
  if (its.getUser(name)) {
    its.updateUser(name, { pwd, roles });
  } else {
    its.createUser({ user: name, pwd, roles });
  }
}
