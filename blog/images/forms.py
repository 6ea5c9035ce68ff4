from wagtail.images.forms import BaseImageForm

from .files import PictureFormField
from .tasks import make_renditions

CHANGES_RENDITIONS = {
    "file",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
}


class ImageForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = PictureFormField(
                label=stock.label, required=stock.required, widget=stock.widget
            )

    def save(self, commit=True):
        is_new = self.instance.pk is None
        image = super().save(commit)
        if commit and not is_new and CHANGES_RENDITIONS & set(self.changed_data):
            # Here, not in the receiver: Wagtail deletes the old renditions after saving.
            make_renditions.enqueue(image.pk)
        return image
