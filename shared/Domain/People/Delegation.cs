using VksServerless.Units;

namespace VksServerless.People;

/// <summary>
/// Ủy quyền ký duyệt: a unit's head lets another person of the unit sign for dated days. It stays on record for ever, and
/// the delegate cannot delegate it further.
/// </summary>
/// <param name="Id">32 hexadecimal digits, unique within the unit.</param>
/// <param name="Person">The delegate's subject in the tokens, never shown.</param>
/// <param name="Name">The delegate's.</param>
/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day.</param>
/// <param name="ByPerson">The head.</param>
public sealed record Delegation(
    string Id, UnitCode Unit, PersonId Person, string Name, DateOnly From, DateOnly To, string Reason, PersonId ByPerson, string ByName,
    DateTimeOffset At)
{
    /// <summary>How long a delegation lasts at most.</summary>
    public const int MostYears = 1;

    /// <summary>How many of a unit's are in force or to come, at most.</summary>
    public const int MostAtOnce = 20;

    private const int LastYear = 2100;

    /// <summary>Null while nobody has revoked it.</summary>
    public Revocation? Revoked { get; init; }

    /// <param name="known">The delegate as the register has it; null: nobody of that id is known.</param>
    public static Outcome<Delegation> Give(
        string id, Caller head, string person, Person? known, string name, DateOnly from, DateOnly to, string reason, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        Check(!Caller.CanBeShown(person), "/person", "required", "Nêu mã người được ủy quyền (sub trong mã truy cập), tối đa 200 ký tự.");
        Check(person == head.Person.ToString(), "/person", "oneself", "Thủ trưởng không ủy quyền cho chính mình.");
        Check(
            errors.Count == 0 && known?.IsReporterOf(head.Unit, from, to) is not true, "/person", "not-a-reporter",
            "Danh sách cán bộ không có người này là cán bộ tổng hợp của đơn vị trong thời gian ủy quyền.");
        Check(!Caller.CanBeShown(name), "/name", "required", "Nêu họ tên người được ủy quyền, tối đa 200 ký tự.");
        Check(from < VietnamTime.DayOf(now), "/from", "in-the-past", "Ngày đầu không được trước hôm nay.");
        Check(to < from, "/to", "before-from", "Ngày cuối không được trước ngày đầu.");
        Check(
            to.Year > LastYear || (from.Year <= LastYear && to >= from.AddYears(MostYears)), "/to", "too-long",
            $"Mỗi lần ủy quyền tối đa {MostYears} năm, không quá năm {LastYear}.");
        return errors.Count > 0 ? DelegationRefusals.Invalid(errors)
            : Kernel.Reason.Check(reason) is { } missing ? missing
            : new Delegation(id, head.Unit, PersonId.Of(person), name.Trim(), from, to, reason.Trim(), head.Person, head.Name, now);

        void Check(bool broken, string place, string rule, string message) =>
            errors.AddRange(broken ? [new FieldError(place, rule, message)] : []);
    }

    /// <summary>Whether this very person signs by it at that instant: only among the unit's own people.</summary>
    public bool Allows(Caller caller, DateTimeOffset now) =>
        caller.Role is Role.UnitReporter && caller.Unit == Unit && caller.Person == Person && VietnamTime.DayOf(now) is var day
            && From <= day && day <= LastDay;

    /// <summary>Whether it is in force or to come.</summary>
    public bool Lives(DateTimeOffset now) => VietnamTime.DayOf(now) <= LastDay && From <= LastDay;

    /// <summary>What was signed before stays signed: it can be revoked from today on, and sooner than it was, never later.</summary>
    /// <param name="from">The first day on which it is not in force.</param>
    public Outcome<Delegation> Revoke(DateOnly from, string reason, Caller head, DateTimeOffset now) =>
        Revoked?.From == from ? this
        : from > LastDay || !Lives(now) ? DelegationRefusals.EndsBefore(LastDay)
        : from < VietnamTime.DayOf(now)
            ? DelegationRefusals.Invalid(
                [new FieldError("/from", "in-the-past", "Chỉ thu hồi được từ hôm nay trở đi; chữ ký trước đó vẫn có hiệu lực.")])
        : Kernel.Reason.Check(reason) is { } missing ? missing
        : this with { Revoked = new Revocation(from, reason.Trim(), head.Person, head.Name, now) };

    /// <summary>Whether a request, however late it is repeated, asks for this very delegation.</summary>
    public bool Matches(string person, string name, DateOnly from, DateOnly to, string reason) =>
        (Person.ToString(), Name, From, To, Reason) == (person, name.Trim(), from, to, reason.Trim());

    private DateOnly LastDay => Revoked is { From: var end } && end <= To ? end.AddDays(-1) : To;
}

/// <summary>Thu hồi.</summary>
/// <param name="From">The first day on which the delegation is not in force.</param>
public sealed record Revocation(DateOnly From, string Reason, PersonId ByPerson, string ByName, DateTimeOffset At);
