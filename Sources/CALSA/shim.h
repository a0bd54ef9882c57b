// What Swift sees of alsa-lib (https://www.alsa-project.org/alsa-doc/alsa-lib/).
// Every `snd_*_alloca` is a macro and is not imported: use `*_malloc` with `*_free`.
#pragma once
#include <alsa/asoundlib.h>

static inline void starpace_ignore_message(
    const char *file, int line, const char *function, int error, const char *format, ...) {
  (void)file, (void)line, (void)function, (void)error, (void)format;
}

// alsa-lib writes its diagnoses to standard error unless the process sets another handler. The handler is
// variadic, so Swift can neither write nor name one. Holds for the whole process.
static inline void starpace_set_messages_shown(int shown) {
  snd_lib_error_set_handler(shown ? NULL : starpace_ignore_message);
}
