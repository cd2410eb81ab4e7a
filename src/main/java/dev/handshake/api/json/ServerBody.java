package dev.handshake.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.handshake.server.ComputeRecord;
import dev.handshake.server.Flavor;
import dev.handshake.server.Server;
import dev.handshake.server.ServerRow;
import dev.handshake.server.SourceImage;
import dev.handshake.web.Formats;
import java.util.Locale;

/** The JSON of a server. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "name", "status", "image", "flavor", "compute", "created_at", "deleted_at", "self"})
public record ServerBody(
        String id,
        String name,
        String status,
        ImageRef image,
        FlavorRef flavor,
        ComputeRef compute,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("deleted_at") String deletedAt,
        String self) {

    /**
     * The image it started from, as it was then.
     *
     * @param visible whether the account can still see the image
     */
    record ImageRef(String id, String name, String owner, String kind, boolean visible) {

        static ImageRef of(SourceImage source, boolean visible) {
            return new ImageRef(
                    source.image().toString(),
                    source.name(),
                    source.owner(),
                    source.kind().label(),
                    visible);
        }
    }

    /** Its size: memory in MiB, disk in GiB. */
    record FlavorRef(String name, int vcpus, int ram, int disk) {

        static FlavorRef of(Flavor flavor) {
            return new FlavorRef(flavor.name(), flavor.vcpus(), flavor.ram(), flavor.disk());
        }
    }

    /**
     * What the compute service says of it, in its own words; what is asked of it and has not ended.
     *
     * @param fault why it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComputeRef(String id, String status, String task, String pending, String fault) {

        static ComputeRef of(ComputeRecord record) {
            return record == null
                    ? null
                    : new ComputeRef(
                            record.id() == null ? null : record.id().toString(),
                            record.status(),
                            record.task(),
                            record.pending() == null
                                    ? null
                                    : record.pending().name().toLowerCase(Locale.ROOT),
                            record.fault());
        }
    }

    public static ServerBody of(ServerRow row) {
        Server server = row.server();
        return new ServerBody(
                server.id.toString(),
                server.name,
                server.state().label(),
                ImageRef.of(server.source, row.isSourceVisible()),
                FlavorRef.of(server.flavor),
                ComputeRef.of(server.compute()),
                Formats.iso(server.createdAt),
                server.deletedAt == null ? null : Formats.iso(server.deletedAt),
                "/v2/servers/" + server.id);
    }
}
