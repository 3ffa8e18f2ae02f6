/** A tiny application, as a service would be written against platform-ui: it proves the recipe of the README. */
@org.jspecify.annotations.NullMarked
package fr.agora.sample;
