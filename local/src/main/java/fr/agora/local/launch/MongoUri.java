package fr.agora.local.launch;

/** The connection string of a MongoDB server as an operator writes it, to which each service adds its database. */
record MongoUri(String base) {

    String database(String name) {
        int options = base.indexOf('?');
        String address = options < 0 ? base : base.substring(0, options);
        String query = options < 0 ? "" : base.substring(options);
        int hosts = address.indexOf("://") + 3;
        int path = address.indexOf('/', hosts);
        String server = path < 0 ? address : address.substring(0, path);
        return server + "/" + name + query;
    }
}
