// processors.cpp - How many processors the machine really gives.
//
// The smaller of what the affinity mask allows and what the cgroups leave: the
// least quota from the process's own group up to the root of the hierarchy, of
// version 2 or 1.

#include "configuration.hpp"
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sched.h>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace mp::runtime {
namespace {

unsigned affinity_processors() {
  // The kernel refuses masks smaller than its own.
  for (int count = 1024; count <= 1 << 20; count *= 2) {
    cpu_set_t *set = CPU_ALLOC(count);
    if (set == nullptr)
      return 0;
    const std::size_t size = CPU_ALLOC_SIZE(count);
    const bool known = sched_getaffinity(0, size, set) == 0;
    const int n = known ? CPU_COUNT_S(size, set) : 0;
    CPU_FREE(set);
    if (known)
      return static_cast<unsigned>(n);
  }
  return 0;
}

// Where a cgroup hierarchy is mounted: `controller` empty for version 2.
std::string mount_point(const std::string &root, const std::string &controller,
                        std::string &mounted_root) {
  std::ifstream mounts(root + "/proc/self/mountinfo");
  std::string line;
  while (std::getline(mounts, line)) {
    std::istringstream fields(line);
    std::string id, parent, device, inner, point, skip, type, source, options;
    fields >> id >> parent >> device >> inner >> point;
    while (fields >> skip && skip != "-") {
    }
    fields >> type >> source >> options;
    const bool fits =
        controller.empty()
            ? type == "cgroup2"
            : type == "cgroup" &&
                  ("," + options + ",").find("," + controller + ",") !=
                      std::string::npos;
    if (fits) {
      mounted_root = inner;
      return root + point;
    }
  }
  return {};
}

// This process's path in the hierarchy.
bool own_path(const std::string &root, const std::string &controller,
              std::string &path) {
  std::ifstream groups(root + "/proc/self/cgroup");
  std::string line;
  while (std::getline(groups, line)) {
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos)
      continue;
    const std::string names = line.substr(first + 1, second - first - 1);
    if (controller.empty() ? names.empty()
                           : ("," + names + ",").find("," + controller + ",") !=
                                 std::string::npos) {
      path = line.substr(second + 1);
      return true;
    }
  }
  return false;
}

// The smallest quota, in processors, from the process's group up to the root
// of the hierarchy; 0: none. `read` gives the quota of one group.
template <class Read>
double smallest_quota(const std::string &root, const std::string &controller,
                      Read read) {
  std::string mounted_root, path;
  const std::string point = mount_point(root, controller, mounted_root);
  if (point.empty() || !own_path(root, controller, path))
    return 0;
  // In a container the mount shows a subtree only.
  if (mounted_root != "/" && path.rfind(mounted_root, 0) == 0)
    path.erase(0, mounted_root.size());
  double smallest = 0;
  for (;;) {
    const double quota = read(point + path);
    if (quota > 0 && (smallest <= 0 || quota < smallest))
      smallest = quota;
    while (!path.empty() && path.back() == '/')
      path.pop_back();
    if (path.empty())
      return smallest;
    path.erase(path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
  }
}

double read_v2(const std::string &group) {
  std::ifstream file(group + "/cpu.max");
  std::string quota;
  double period = 0;
  if (!(file >> quota >> period) || quota == "max" || period <= 0)
    return 0;
  return std::strtod(quota.c_str(), nullptr) / period;
}

double read_v1(const std::string &group) {
  double quota = 0, period = 0;
  std::ifstream(group + "/cpu.cfs_quota_us") >> quota;
  std::ifstream(group + "/cpu.cfs_period_us") >> period;
  return quota > 0 && period > 0 ? quota / period : 0;
}

} // namespace

unsigned quota_processors(const char *root) {
  double quota = smallest_quota(root, "", read_v2);
  if (quota <= 0)
    quota = smallest_quota(root, "cpu", read_v1);
  if (quota <= 0 || quota > 1e6)
    return 0;
  return std::max(1u, static_cast<unsigned>(quota + 0.999));
}

unsigned available_processors() {
  unsigned n = affinity_processors();
  if (n == 0)
    n = std::thread::hardware_concurrency();
  if (const unsigned quota = quota_processors(""); quota != 0)
    n = std::min(n, quota);
  return std::max(n, 1u);
}

} // namespace mp::runtime
