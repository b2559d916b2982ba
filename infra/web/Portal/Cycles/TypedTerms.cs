using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>The terms of a cycle as they stand in the inputs of the guided form, and back.</summary>
public sealed class TypedTerms
{
    public const string ByRule = "rule";
    public const string ByDay = "day";
    public const string Everyone = "everyone";
    public const string Chosen = "chosen";

    /// <summary>The inputs of an instant, with the pointer of what they say.</summary>
    internal static readonly IReadOnlyList<(string Name, string Place)> Dues =
    [
        ("district", "/deadlines/district"), ("province", "/deadlines/province"), ("supreme", "/deadlines/supreme"),
        ("closesAt", "/closesAt"),
    ];

    private readonly Dictionary<string, string> _texts = [];

    /// <summary>As it was typed; of an input that was left blank the empty text.</summary>
    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public IReadOnlyList<string> Levels { get; private init; } = [];

    public IReadOnlyList<(string Name, string Mail)> Recipients { get; private init; } = [];

    public IReadOnlyList<TypedMilestone> Milestones { get; private init; } = [];

    public bool Is(string name) => this[name] == "true";

    /// <summary>A new cycle: what is usual.</summary>
    public static TypedTerms Blank()
    {
        var typed = new TypedTerms();
        foreach (var (name, _) in Dues)
        {
            typed._texts[$"{name}.how"] = ByDay;
            typed._texts[$"{name}.hour"] = "16:00";
            typed._texts[$"{name}.after"] = nameof(DeadlineAnchor.PeriodEnd);
        }

        foreach (var (name, text) in new[]
        {
            ("who", Everyone), ("opensHour", "08:00"), ("remindBefore", "7, 1, 0"), ("remindAfter", "1, 3"), ("remindAt", "08:00"),
            ("approvals", "1"), ("closeEarly", "true"),
        })
        {
            typed._texts[name] = text;
        }

        return typed;
    }

    public static TypedTerms Of(IFormCollection posted)
    {
        var (names, mails) = (posted["recipientName"], posted["recipientMail"]);
        var typed = new TypedTerms
        {
            Levels = [.. posted["level"].OfType<string>()],
            Recipients =
            [
                .. Enumerable.Range(0, Math.Min(300, Math.Max(names.Count, mails.Count)))
                    .Select(at => (names.ElementAtOrDefault(at) ?? "", mails.ElementAtOrDefault(at) ?? "")),
            ],
            Milestones = TypedMilestone.Of(posted),
        };
        foreach (var (name, texts) in posted)
        {
            typed._texts[name] = texts is [{ } text, ..] ? text.Trim() : "";
        }

        return typed;
    }

    /// <summary>A draft, or another cycle whose terms are taken for a new one.</summary>
    public static TypedTerms Of(CycleTerms terms)
    {
        var typed = new TypedTerms
        {
            Levels = [.. terms.Participants.Levels.Select(level => level.ToString())],
            Recipients = [.. terms.Recipients.Select(to => (to.Name, to.Mail))],
            Milestones = [.. (terms.Milestones ?? []).Select(TypedMilestone.Of)],
        };
        var texts = typed._texts;
        texts["title"] = terms.Title;
        texts["plan"] = terms.Plan.Number;
        texts["planDate"] = Vietnamese.Day(terms.Plan.Date);
        texts["form"] = terms.Form.ToString();
        texts["firstDay"] = Vietnamese.Day(terms.Period.FirstDay);
        texts["lastDay"] = Vietnamese.Day(terms.Period.LastDay);
        texts["who"] = terms.Participants is { Levels.Count: 0, Units.Count: 0 } ? Everyone : Chosen;
        texts["units"] = string.Join('\n', terms.Participants.Units);
        texts["except"] = string.Join('\n', terms.Participants.Except);
        typed.Put("district", terms.Deadlines.District, terms.Rules?.District);
        typed.Put("province", terms.Deadlines.Province, terms.Rules?.Province);
        typed.Put("supreme", terms.Deadlines.Supreme, terms.Rules?.Supreme);
        typed.Put("closesAt", terms.ClosesAt, terms.Rules?.ClosesAt);
        texts["opensDay"] = terms.OpensAt is { } opens ? Vietnamese.Day(VietnamTime.DayOf(opens)) : "";
        texts["opensHour"] = terms.OpensAt is { } at ? HourOf(at) : "08:00";
        texts["remindBefore"] = string.Join(", ", terms.Reminders.Days.Where(day => day <= 0).Select(day => -day));
        texts["remindAfter"] = string.Join(", ", terms.Reminders.Days.Where(day => day > 0));
        texts["remindAt"] = terms.Reminders.At.ToString("HH':'mm", CultureInfo.InvariantCulture);
        texts["approvals"] = terms.ApprovalsNeeded.ToString(CultureInfo.InvariantCulture);
        texts["headSigns"] = terms.HeadSignsOff ? "true" : "";
        texts["closeEarly"] = terms.CloseWhenAllAccepted ? "true" : "";
        texts["sendUnits"] = terms.SentToUnits ? "true" : "";
        texts["previous"] = terms.Previous?.ToString() ?? "";
        return typed;
    }

    /// <summary>With three blank rows more for recipients.</summary>
    public TypedTerms WithMoreRows() => With([.. Recipients, ("", ""), ("", ""), ("", "")], Milestones);

    /// <summary>With a blank milestone more.</summary>
    public TypedTerms WithAnotherMilestone() => With(Recipients, [.. Milestones, TypedMilestone.Blank]);

    private TypedTerms With(IReadOnlyList<(string Name, string Mail)> recipients, IReadOnlyList<TypedMilestone> milestones)
    {
        var more = new TypedTerms { Levels = Levels, Recipients = recipients, Milestones = milestones };
        foreach (var (name, text) in _texts)
        {
            more._texts[name] = text;
        }

        return more;
    }

    /// <summary>What was typed as terms, and what could not be read, each at its pointer; such a part has a stand-in.</summary>
    /// <param name="kept">The draft that they change: what this form does not ask stays as it is. Null: there is none.</param>
    internal (CycleTerms Terms, IReadOnlyList<FieldError> Faults) Read(CycleTerms? kept, UnitDirectory directory) =>
        new TypedTermsReader(this, directory).Read(kept);

    private void Put(string name, DateTimeOffset instant, DeadlineRule? rule)
    {
        _texts[$"{name}.how"] = rule is null ? ByDay : ByRule;
        _texts[$"{name}.day"] = rule is null ? Vietnamese.Day(VietnamTime.DayOf(instant)) : "";
        _texts[$"{name}.hour"] = rule is null ? HourOf(instant) : rule.At.ToString("HH':'mm", CultureInfo.InvariantCulture);
        _texts[$"{name}.days"] = rule?.WorkingDays.ToString(CultureInfo.InvariantCulture) ?? "";
        _texts[$"{name}.after"] = (rule?.After ?? DeadlineAnchor.PeriodEnd).ToString();
    }

    private static string HourOf(DateTimeOffset instant) =>
        instant.ToOffset(VietnamTime.Offset).ToString("HH':'mm", CultureInfo.InvariantCulture);
}
