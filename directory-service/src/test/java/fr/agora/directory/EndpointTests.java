package fr.agora.directory;

import fr.agora.platform.security.EveryEndpointIsProtectedTests;

@DirectoryTest
class EndpointTests extends EveryEndpointIsProtectedTests {}
