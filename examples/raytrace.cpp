// raytrace: renders mirrored spheres on a chequered floor into a PNG.
//
//     raytrace [FILE [WIDTH [SAMPLES]]]      default: raytrace.png 960 4
//
// Written the way such programs were written in C89: loop variables and
// temporaries stand at the top of the function, and the ray and what it last
// hit are globals. Under `#pragma omp parallel for` all threads share them.

#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SPHERES 40
#define BOUNCES 6
#define FAR_AWAY 1e30

struct sphere {
  double x, y, z, radius;
  double color[3];
  double mirror;
};

static struct sphere scene[SPHERES];

/* the ray */
static double ox, oy, oz;
static double dx, dy, dz;

/* what it hit */
static double distance;
static double nx, ny, nz;
static double color[3];
static double mirror;

static void make_scene(void) {
  int i;
  double angle, ring;

  for (i = 0; i < SPHERES; i++) {
    ring = 1.5 + 0.16 * i;
    angle = 2.399963 * i;
    scene[i].radius = 0.35 + 0.25 * sin(1.7 * i);
    scene[i].x = ring * cos(angle);
    scene[i].y = scene[i].radius;
    scene[i].z = ring * sin(angle);
    scene[i].color[0] = 0.55 + 0.45 * sin(0.9 * i);
    scene[i].color[1] = 0.55 + 0.45 * sin(0.9 * i + 2.1);
    scene[i].color[2] = 0.55 + 0.45 * sin(0.9 * i + 4.2);
    scene[i].mirror = 0.25 + 0.2 * (i % 3);
  }
}

/* How far along the ray a sphere is. */
static double to_sphere(const struct sphere *s) {
  double x, y, z, b, d, t;

  x = ox - s->x;
  y = oy - s->y;
  z = oz - s->z;
  b = x * dx + y * dy + z * dz;
  d = b * b - (x * x + y * y + z * z) + s->radius * s->radius;
  if (d < 0)
    return FAR_AWAY;
  d = sqrt(d);
  t = -b - d;
  if (t < 1e-6)
    t = -b + d;
  return t < 1e-6 ? FAR_AWAY : t;
}

/* Follows the ray to the first thing it meets, and sets all that is known
   about that: distance, normal, colour, mirror. The sky is far away. */
static void follow(void) {
  int i, first;
  double t, px, py, pz;

  first = -1;
  distance = FAR_AWAY;
  for (i = 0; i < SPHERES; i++) {
    t = to_sphere(&scene[i]);
    if (t < distance) {
      distance = t;
      first = i;
    }
  }
  if (dy < -1e-6 && -oy / dy < distance) {
    distance = -oy / dy;
    first = SPHERES;
  }
  px = ox + distance * dx;
  py = oy + distance * dy;
  pz = oz + distance * dz;
  if (first < 0) {
    nx = ny = nz = 0;
    color[0] = 0.45 + 0.3 * dy;
    color[1] = 0.6 + 0.25 * dy;
    color[2] = 0.95;
    mirror = 0;
  } else if (first < SPHERES) {
    nx = (px - scene[first].x) / scene[first].radius;
    ny = (py - scene[first].y) / scene[first].radius;
    nz = (pz - scene[first].z) / scene[first].radius;
    color[0] = scene[first].color[0];
    color[1] = scene[first].color[1];
    color[2] = scene[first].color[2];
    mirror = scene[first].mirror;
  } else {
    nx = nz = 0;
    ny = 1;
    color[0] = color[1] = color[2] =
        ((int)floor(px) + (int)floor(pz)) % 2 == 0 ? 0.9 : 0.15;
    mirror = 0.15;
  }
  ox = px;
  oy = py;
  oz = pz;
}

/* How much of the light reaches the place where the ray is now. */
static double light(void) {
  int i;
  double shade;

  dx = 0.5;
  dy = 0.7;
  dz = -0.51;
  shade = nx * dx + ny * dy + nz * dz;
  if (shade < 0)
    return 0.2;
  for (i = 0; i < SPHERES; i++)
    if (to_sphere(&scene[i]) < FAR_AWAY)
      return 0.2;
  return 0.2 + 0.8 * shade;
}

static void render(unsigned char *img, int width, int height, int samples) {
  int x, y, c, s, bounce;
  double sum[3], share, shade, rx, ry, rz, along, length, value;

  [[mp::parallel_map]]
  for (y = 0; y < height; y++) {
    if (y % 54 == 0)
      fprintf(stderr, "raytrace: row %d of %d\n", y, height);
    for (x = 0; x < width; x++) {
      for (c = 0; c < 3; c++)
        sum[c] = 0;
      for (s = 0; s < samples * samples; s++) {
        ox = 0.5;
        oy = 3.2;
        oz = -9;
        dx = (x + (s % samples + 0.5) / samples - 0.5 * width) / width;
        dy = (0.16 * height - y - (s / samples + 0.5) / samples) / width;
        dz = 1;
        length = sqrt(dx * dx + dy * dy + dz * dz);
        dx /= length;
        dy /= length;
        dz /= length;
        share = 1;
        for (bounce = 0; bounce < BOUNCES; bounce++) {
          rx = dx;
          ry = dy;
          rz = dz;
          follow();
          if (distance >= FAR_AWAY) {
            for (c = 0; c < 3; c++)
              sum[c] += share * color[c];
            break;
          }
          shade = light();
          for (c = 0; c < 3; c++)
            sum[c] += share * (1 - mirror) * shade * color[c];
          share *= mirror;
          if (share < 0.01)
            break;
          along = 2 * (rx * nx + ry * ny + rz * nz);
          dx = rx - along * nx;
          dy = ry - along * ny;
          dz = rz - along * nz;
        }
      }
      for (c = 0; c < 3; c++) {
        value = 255 * sqrt(sum[c] / (samples * samples));
        img[3 * (y * width + x) + c] =
            (unsigned char)(value > 255 ? 255 : value);
      }
    }
  }
}

static int write_png(const char *file, const unsigned char *img, int width,
                     int height) {
  png_image png;

  memset(&png, 0, sizeof png);
  png.version = PNG_IMAGE_VERSION;
  png.width = (png_uint_32)width;
  png.height = (png_uint_32)height;
  png.format = PNG_FORMAT_RGB;
  if (!png_image_write_to_file(&png, file, 0, img, 0, NULL)) {
    fprintf(stderr, "raytrace: %s: %s\n", file, png.message);
    return 0;
  }
  return 1;
}

int main(int argc, char **argv) {
  const char *file = argc > 1 ? argv[1] : "raytrace.png";
  int width = argc > 2 ? atoi(argv[2]) : 960;
  int samples = argc > 3 ? atoi(argv[3]) : 4;
  int height;
  unsigned char *img;

  if (width < 16 || width > 16000 || samples < 1 || samples > 64) {
    fprintf(stderr, "raytrace: width is 16 to 16000, samples 1 to 64\n");
    return 2;
  }
  height = width / 16 * 9;
  img = (unsigned char *)malloc((size_t)3 * width * height);
  if (img == NULL) {
    fprintf(stderr, "raytrace: no memory for the picture\n");
    return 1;
  }
  make_scene();
  render(img, width, height, samples);
  if (!write_png(file, img, width, height))
    return 1;
  printf("%s: %d x %d\n", file, width, height);
  free(img);
  return 0;
}
