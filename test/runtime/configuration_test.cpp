// configuration_test.cpp - The environment and what the machine gives.

#include "configure/configuration.hpp"
#include "support.hpp"
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>

namespace {

using mp::runtime::configuration;
using mp::runtime::current_configuration;
using mp::test::environment;
using mp::test::run;

TEST(Configuration, Defaults) {
  const environment e({{"MP_WORKERS", ""},
                       {"MP_CHUNK", ""},
                       {"MP_ADAPT", ""},
                       {"MP_START", ""},
                       {"MP_REPORT", ""}});
  const configuration &c = current_configuration();
  EXPECT_EQ(c.workers, 0u);
  EXPECT_EQ(c.chunk, 0u);
  EXPECT_TRUE(c.adapt);
  EXPECT_FALSE(c.serial);
  EXPECT_FALSE(c.report);
  EXPECT_GE(mp::runtime::processors(), 1u);
}

TEST(Configuration, Values) {
  const environment e({{"MP_WORKERS", "5"},
                       {"MP_CHUNK", "1000"},
                       {"MP_ADAPT", "off"},
                       {"MP_START", "serial"},
                       {"MP_REPORT", "1"}});
  const configuration &c = current_configuration();
  EXPECT_EQ(c.workers, 5u);
  EXPECT_EQ(c.chunk, 1000u);
  EXPECT_FALSE(c.adapt);
  EXPECT_TRUE(c.serial);
  EXPECT_TRUE(c.report);
}

// One line, and the default.
std::string complaint(const char *name, const char *value) {
  return run([=] {
           const environment e({{name, value}});
           const configuration &c = current_configuration();
           return c.workers == 0 && c.chunk == 0 && c.adapt && !c.serial &&
                          !c.report
                      ? 0
                      : 1;
         })
      .err;
}

TEST(Configuration, UnreadableValues) {
  const environment none({{"MP_WORKERS", ""},
                          {"MP_CHUNK", ""},
                          {"MP_ADAPT", ""},
                          {"MP_START", ""},
                          {"MP_REPORT", ""}});
  for (const auto &[name, value] :
       {std::pair("MP_WORKERS", "many"), std::pair("MP_WORKERS", "0"),
        std::pair("MP_WORKERS", "-1"), std::pair("MP_WORKERS", "3x"),
        std::pair("MP_WORKERS", "99999999999999999999999"),
        std::pair("MP_CHUNK", "1.5"), std::pair("MP_ADAPT", "maybe"),
        std::pair("MP_START", "thread"), std::pair("MP_REPORT", "yes")}) {
    const std::string text = complaint(name, value);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1) << text;
    EXPECT_EQ(text.rfind(std::string("mp: ") + name + "=" + value, 0), 0u)
        << text;
  }
}

TEST(Configuration, NotYetSupported) {
  for (const auto &[name, value] :
       {std::pair("MP_START", "resident"), std::pair("MP_START", "spawn"),
        std::pair("MP_START", "forkserver"), std::pair("MP_START", "mpi"),
        std::pair("MP_TRACE", "file"), std::pair("MP_CHECK", "1"),
        std::pair("MP_TIMEOUT", "1"), std::pair("MP_PROGRESS", "1"),
        std::pair("MP_ALLOC", "off"), std::pair("MP_WAIT", "active")}) {
    const std::string text = complaint(name, value);
    EXPECT_NE(text.find("not yet supported"), std::string::npos) << name;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1) << text;
  }
}

TEST(Configuration, AffinityMask) {
  EXPECT_EQ(run([] {
              cpu_set_t set;
              CPU_ZERO(&set);
              CPU_SET(sched_getcpu(), &set);
              sched_setaffinity(0, sizeof set, &set);
              return int(mp::runtime::available_processors());
            }).status,
            1);
}

// A made-up file system for the quota.
class Quota : public testing::Test {
protected:
  Quota() {
    char name[] = "/tmp/mp-quota-XXXXXX";
    root_ = mkdtemp(name);
  }
  ~Quota() override { std::filesystem::remove_all(root_); }
  void file(const std::string &path, const std::string &text) {
    const std::filesystem::path p = root_ + path;
    std::filesystem::create_directories(p.parent_path());
    std::ofstream(p) << text;
  }
  unsigned processors() { return mp::runtime::quota_processors(root_.c_str()); }

private:
  std::string root_;
};

TEST_F(Quota, None) { EXPECT_EQ(processors(), 0u); }

TEST_F(Quota, VersionTwo) {
  file("/proc/self/mountinfo",
       "25 30 0:23 / /sys rw shared:7 - sysfs sysfs rw\n"
       "35 25 0:30 / /sys/fs/cgroup rw shared:9 - cgroup2 cgroup2 rw\n");
  file("/proc/self/cgroup", "0::/user/job\n");
  EXPECT_EQ(processors(), 0u);
  file("/sys/fs/cgroup/user/job/cpu.max", "max 100000\n");
  EXPECT_EQ(processors(), 0u);
  file("/sys/fs/cgroup/user/job/cpu.max", "400000 100000\n");
  EXPECT_EQ(processors(), 4u);
  // The tightest on the way up counts; a part of a processor is one.
  file("/sys/fs/cgroup/user/cpu.max", "150000 100000\n");
  EXPECT_EQ(processors(), 2u);
  file("/sys/fs/cgroup/user/cpu.max", "20000 100000\n");
  EXPECT_EQ(processors(), 1u);
}

TEST_F(Quota, VersionOneInAContainer) {
  file("/proc/self/mountinfo",
       "35 25 0:30 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro - cgroup cgroup "
       "rw,cpu,cpuacct\n"
       "36 25 0:31 /docker/abc /sys/fs/cgroup/cpuset ro - cgroup cgroup "
       "rw,cpuset\n");
  file("/proc/self/cgroup",
       "5:cpuset:/docker/abc\n4:cpu,cpuacct:/docker/abc\n0::/x\n");
  file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
  file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(processors(), 0u);
  file("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "300000\n");
  EXPECT_EQ(processors(), 3u);
}

} // namespace
