using VksServerless.Cycles;

namespace VksServerless.Publications;

/// <summary>Xác nhận đã xem: a member of the leadership has read a publication.</summary>
/// <param name="Sequence">Of the publication within its cycle.</param>
public sealed record Acknowledgement(CycleId Cycle, int Sequence, PersonId Person, string Name, DateTimeOffset At);
