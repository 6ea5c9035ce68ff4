from django_tasks import task


@task()
def make_renditions(image_id, names=None):
    """Make what is missing of a picture's sizes: those of `names`, or the likely ones."""
    from .actions import make_missing_renditions
    from .models import Image

    image = Image.objects.filter(pk=image_id).first()
    if image is None:
        return  # deleted between enqueue and run
    make_missing_renditions(image, names)
