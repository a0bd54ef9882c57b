// What Swift sees of alsa-lib (https://www.alsa-project.org/alsa-doc/alsa-lib/).
// Every `snd_*_alloca` is a macro and is not imported: use `*_malloc` with `*_free`.
#pragma once
#include <alsa/asoundlib.h>
