// What Swift sees of libsndfile (https://libsndfile.github.io/libsndfile/api.html).
//
// A frame is one sample of every channel. Every count here is in frames, except where the name says bytes.
//   sf_open_virtual  NULL on failure; the reason is in sf_error(NULL), one global for the whole process
//   sf_readf_float   frames read, 0 at the end; the rest of the request is filled with zeros
//   sf_writef_*      frames written; fewer than asked means that writing failed
//   sf_seek          the new position in frames, -1 on failure
//   sf_close         0, or an error number
// SF_COUNT_MAX is a macro and is not imported: it is INT64_MAX and stands for "length unknown".
#pragma once
#include <sndfile.h>
