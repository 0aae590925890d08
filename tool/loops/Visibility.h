//===- Visibility.h - Who else can see the loop variable ------------------===//
//
// A variable that only the loop's text names can be a parameter of the body's
// lambda. One that other code sees must hold the right value while that code
// runs in the worker, too, so the worker counts in the variable itself.
//
//===----------------------------------------------------------------------===//

#ifndef MP_TOOL_LOOPS_VISIBILITY_H
#define MP_TOOL_LOOPS_VISIBILITY_H

namespace clang {
class FunctionDecl;
class Stmt;
class VarDecl;
} // namespace clang

namespace mp::tool {

/// Code other than Loop's own text can see Variable: it is global, a lambda
/// or a function around the loop's has it, or outside the loop its address is
/// taken or a reference bound to it.
bool isSeenElsewhere(const clang::VarDecl &Variable,
                     const clang::FunctionDecl &Function,
                     const clang::Stmt &Loop);

} // namespace mp::tool

#endif
