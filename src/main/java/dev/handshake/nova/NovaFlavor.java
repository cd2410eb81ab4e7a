package dev.handshake.nova;

/**
 * A size of servers, as the compute service has it.
 *
 * @param id as requests name it
 * @param ram in MiB
 * @param disk in GiB
 */
public record NovaFlavor(String id, String name, int vcpus, int ram, int disk) {}
