/**
 * The networks: appointed roles and communities one is admitted to. Offers who is in them, to those who may know, and
 * the feed of their appointments. Ignores what a mandate entrusts.
 */
@NullMarked
package fr.agora.directory.network;

import org.jspecify.annotations.NullMarked;
