// What Press draws with: Pango sets text, Cairo draws it to PDF, SVG and PNG.
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <pango/pangocairo.h>
