"""What holds in every deployment. The environment is read in `env.py` alone."""

from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import env

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = env.DATA_DIR

SECRET_KEY = env.SECRET_KEY
DEBUG = False
SITE_URL = env.SITE_URL
SITE_URL_IS_GIVEN = env.SITE_URL_IS_GIVEN
ALLOWED_HOSTS = env.ALLOWED_HOSTS
ALLOWED_HOSTS_ARE_GIVEN = env.ALLOWED_HOSTS_ARE_GIVEN
# A form that changes something may come from the journal's own address alone.
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# Readers' browsers tell other sites where they came from, never which page.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
TRUSTED_PROXIES = env.TRUSTED_PROXIES
DEMO_PASSWORD = env.DEMO_PASSWORD
TMDB_TOKEN = env.TMDB_TOKEN
# Where films are looked up, and places as ("127.0.0.1", 8410) that are fetched from although they
# are not public: a test's own server. Neither is read from the environment.
WIKIDATA_URL = "https://www.wikidata.org"
WIKIMEDIA_COMMONS_URL = "https://commons.wikimedia.org"
TMDB_URL = "https://api.themoviedb.org"
TMDB_PICTURES_URL = "https://image.tmdb.org"
FETCH_TRUSTED_PLACES = frozenset()

INSTALLED_APPS = [
    # Before Wagtail: its publish_scheduled takes the place of Wagtail's own.
    "blog.editorial",
    "blog.accounts",
    "blog.images",
    "blog.outbox",
    "blog.scheduling",
    "blog.citations",
    "blog.blocks",
    "blog.comments",
    "blog.films",
    "blog.quotes",
    "blog.posts",
    "blog.search",
    "home",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "blog.accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "home.middleware.TrustedProxies",
    "home.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "home.clean_path.CleanPathMiddleware",
    "home.time_zone.SiteTimeZoneMiddleware",
    # Within the journal's time zone, and before anything looks for the page.
    "blog.editorial.running.reading_through.ReadingThroughMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "blog.urls"
WSGI_APPLICATION = "blog.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env.CACHE,
    # Rows that Wagtail would remember here outlive a restored or rolled back database.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Sign-in is limited per network and account before any password is hashed (accounts/limits.py).
AXES_HANDLER = "blog.accounts.limits.SignInHandler"
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Trying on while locked out neither counts nor makes the wait longer.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "blog.accounts.limits.client_network"
AXES_USERNAME_CALLABLE = "blog.accounts.limits.sign_in_name"
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "blog.accounts.limits.refuse_sign_in"
# Failures alone are kept, and they for the quarter of an hour that counts.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
WAGTAILADMIN_USER_LOGIN_FORM = "blog.accounts.forms.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "blog.accounts.forms.PasswordResetForm"  # noqa: S105

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
# Stored and compared in UTC; the zone that readers see is a site setting.
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    # First: it joins the style layers and the small scripts into one file each.
    "home.finders.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = f"{env.MEDIA_URL_BASE}/" if env.MEDIA_URL_BASE else "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": env.OBJECT_STORAGE or {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "home.storage.StaticStorage"},
}

# A long essay is one form of thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Django's own is without a limit; a mail server that hangs must not hold a worker.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"journal@{env.SITE_HOST}"
globals().update(env.EMAIL)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "blog": {"level": "INFO"},
        "home": {"level": "INFO"},
        # Django would send these to ADMINS by mail; here the console is enough.
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Every scanner sends other hosts' names, and each would be a traceback in the log.
        "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
    },
}

# How often a process looks, when a page is read, whether the timer forgot something that was due.
READING_THROUGH_SECONDS = 60

WAGTAIL_SITE_NAME = "Wellspring"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILIMAGES_IMAGE_MODEL = "images.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "blog.images.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# Streamed by a view that asks for permission, wherever the files lie.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Nothing is asked of another host: no update check, no Gravatar.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Passwords that several people share would be stored in plain text.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_FINISH_WORKFLOW_ACTION = "blog.editorial.workflow.finishing.publish_approved"
# The reviewers are told, and superusers only where there is no other: blog.editorial.notices.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Milliseconds of rest before a draft is saved; shorter keeps SQLite's one writer busy.
WAGTAIL_AUTOSAVE_INTERVAL = 2000
