package fr.agora.directory.site.network;

import fr.agora.directory.network.Network;

/**
 * A network in the list of them.
 *
 * @param members how many of them the reader may see
 */
public record NetworkCard(Network network, long members) {}
