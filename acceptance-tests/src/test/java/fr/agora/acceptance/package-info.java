/**
 * The platform from outside: started by its own launcher on ports of its own, walked by people in a browser, asked by
 * programs through the gateway, its parts stopped and killed. Knows nothing of any service's classes.
 */
package fr.agora.acceptance;
