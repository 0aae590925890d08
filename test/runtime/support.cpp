// support.cpp - Environment, children, and what is left behind.

#include "support.hpp"
#include "configure/configuration.hpp"
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mp::test {
namespace {

std::string contents(int fd) {
  std::string text;
  char part[4096];
  lseek(fd, 0, SEEK_SET);
  for (ssize_t n; (n = read(fd, part, sizeof part)) > 0;)
    text.append(part, static_cast<std::size_t>(n));
  close(fd);
  return text;
}

const pid_t test_process = getpid();

} // namespace

environment::environment(
    std::initializer_list<std::pair<const char *, std::string>> variables) {
  for (const auto &[name, value] : variables) {
    const char *old = std::getenv(name);
    saved_.push_back({name, old != nullptr, old != nullptr ? old : ""});
    if (value.empty())
      unsetenv(name);
    else
      setenv(name, value.c_str(), 1);
  }
  runtime::reload_configuration();
}

environment::~environment() {
  for (const saved &s : saved_)
    if (s.was_set)
      setenv(s.name, s.value.c_str(), 1);
    else
      unsetenv(s.name);
  runtime::reload_configuration();
}

void PrintTo(const handing_out &h, std::ostream *to) {
  *to << h.workers << " workers, "
      << (h.chunk == 0 ? "adapted chunks" : "chunks of ");
  if (h.chunk != 0)
    *to << h.chunk;
}

HandedOut::HandedOut()
    : environment_(
          {{"MP_ADAPT", "off"},
           {"MP_WORKERS", std::to_string(GetParam().workers)},
           {"MP_CHUNK",
            GetParam().chunk == 0 ? "" : std::to_string(GetParam().chunk)}}) {}

outcome run(const std::function<int()> &program) {
  const int out = memfd_create("out", 0), err = memfd_create("err", 0);
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
    std::exit(program());
  }
  int state = 0;
  waitpid(child, &state, 0);
  outcome o;
  o.out = contents(out);
  o.err = contents(err);
  if (WIFEXITED(state))
    o.status = WEXITSTATUS(state);
  else
    o.signal = WTERMSIG(state);
  return o;
}

int count_children() {
  int n = 0;
  // Of all threads.
  const std::string tasks = "/proc/self/task";
  DIR *d = opendir(tasks.c_str());
  while (dirent *e = readdir(d)) {
    if (e->d_name[0] == '.')
      continue;
    std::ifstream file(tasks + "/" + e->d_name + "/children");
    for (int pid; file >> pid;)
      ++n;
  }
  closedir(d);
  return n;
}

int count_entries(const char *directory) {
  int n = 0;
  DIR *d = opendir(directory);
  if (d == nullptr)
    return 0;
  while (readdir(d) != nullptr)
    ++n;
  closedir(d);
  return n;
}

int count_descriptors() { return count_entries("/proc/self/fd"); }

bool in_parent() { return getpid() == test_process; }

} // namespace mp::test
