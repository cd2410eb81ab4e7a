"""All of Nova in one process, without RabbitMQ, as its own functional tests run it; and a hypervisor for it."""
from nova import monkey_patch  # noqa: F401  has to be the first

import os
import sys

import nova.virt

# Nova loads drivers from its package nova.virt only.
nova.virt.__path__.append(os.path.dirname(os.path.abspath(__file__)))

from nova import config, context, objects, service  # noqa: E402
import nova.conf  # noqa: E402
from nova.compute import task_states  # noqa: E402
from nova.image import glance  # noqa: E402
from nova.virt import fake  # noqa: E402
from oslo_log import log as logging  # noqa: E402

CONF = nova.conf.CONF


class ImageMovingDriver(fake.FakeDriver):
    """Runs no guests, but reads an image where a server starts, and writes one where a snapshot is taken."""

    def init_host(self, host):
        super().init_host(host)
        for each in objects.InstanceList.get_by_host(context.get_admin_context(), host):
            self.instances[each.uuid] = fake.FakeInstance(each.name, each.power_state, each.uuid)

    @staticmethod
    def _disk(instance):
        return os.path.join(CONF.instances_path, instance.uuid + '.disk')

    def spawn(self, context, instance, image_meta, *args, **kwargs):
        if instance.image_ref and not os.path.exists(self._disk(instance)):
            glance.API().download(context, instance.image_ref, dest_path=self._disk(instance))
        super().spawn(context, instance, image_meta, *args, **kwargs)

    def snapshot(self, context, instance, image_id, update_task_state):
        update_task_state(task_state=task_states.IMAGE_PENDING_UPLOAD)
        api = glance.API()
        about = api.get(context, image_id)
        update_task_state(task_state=task_states.IMAGE_UPLOADING, expected_state=task_states.IMAGE_PENDING_UPLOAD)
        metadata = {
            'name': about['name'],
            'status': 'active',
            'disk_format': 'raw',
            'container_format': 'bare',
            'properties': {'image_location': 'snapshot', 'image_state': 'available', 'owner_id': instance.project_id},
        }
        with open(self._disk(instance), 'rb') as disk:
            api.update(context, image_id, metadata, disk)

    def destroy(self, context, instance, *args, **kwargs):
        super().destroy(context, instance, *args, **kwargs)
        keeps = instance.task_state == task_states.RESIZE_REVERTING
        if not keeps and os.path.exists(self._disk(instance)):
            os.remove(self._disk(instance))


def main():
    config.parse_args(['nova-compute'] + sys.argv[1:])
    logging.setup(CONF, 'nova')
    objects.register_all()
    objects.Service.enable_min_version_cache()
    parts = [service.Service.create(binary='nova-' + name, topic=name) for name in ('conductor', 'scheduler', 'compute')]
    parts.append(service.WSGIService('osapi_compute'))
    for part in parts:
        part.start()
    for part in parts:
        part.wait()


if __name__ == '__main__':
    main()
