using System.Net.Mail;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>Holds the terms of a cycle against the forms and the directory and gathers every fault at its place.</summary>
public sealed class CycleTermsCheck
{
    private readonly List<FieldError> _errors = [];
    private readonly Form? _form;
    private readonly UnitDirectory _directory;
    private readonly DateOnly _today;
    private readonly DateOnly _counted;

    private CycleTermsCheck(Form? form, UnitDirectory directory, DateOnly today, DateOnly counted) =>
        (_form, _directory, _today, _counted) = (form, directory, today, counted);

    /// <param name="form">The form that the terms name; null when there is none.</param>
    /// <param name="drafted">The day of drafting: before it no cycle opens.</param>
    /// <param name="found">Faults that were found before, when the deadlines were calculated and the cycles that the terms name
    /// were looked up.</param>
    public static Outcome<CycleTerms> Of(
        CycleTerms terms, Form? form, UnitDirectory directory, DateOnly drafted, IReadOnlyList<FieldError>? found = null)
    {
        var check = new CycleTermsCheck(form, directory, drafted, terms.CountedOn(drafted));
        check._errors.AddRange(found ?? []);
        check.Check(terms);
        return check._errors.Count > 0 ? CycleRefusals.Invalid(check._errors) : terms;
    }

    private void Check(CycleTerms terms)
    {
        Text("/title", terms.Title, 300);
        Text("/plan/number", terms.Plan.Number, 50);
        Require(_form is not null, "/form", "unknown-form", $"Không có biểu mẫu {terms.Form}.");
        Require(terms.Period.FirstDay <= terms.Period.LastDay, "/period", "order", "Ngày đầu kỳ đứng sau ngày cuối kỳ.");
        if (!_errors.Any(error => error.Place.StartsWith("/deadlines", StringComparison.Ordinal)
            || error.Place.StartsWith("/closesAt", StringComparison.Ordinal)))
        {
            CheckInstants(terms);
        }

        if (terms.Imported is { } imported)
        {
            CheckImported(terms, imported);
        }

        CheckParticipants(terms.Participants);
        RemindDays("/reminders/days", terms.Reminders.Days);
        CheckMilestones(terms);
        Require(terms.ApprovalsNeeded is >= 1 and <= 5, "/approvalsNeeded", "out-of-range", "Cần từ 1 đến 5 người duyệt.");
        Recipients("/recipients", terms.Recipients, least: 1);
    }

    /// <summary>Nothing of a past cycle is still to come.</summary>
    private void CheckImported(CycleTerms terms, ImportedReport imported)
    {
        Require(
            imported.Number.Place is not null, "/imported/number", "number",
            "Ghi số đúng như trên văn bản, từ 01/BC-VKSTC, không thêm số 0 ở đầu số có từ hai chữ số.");
        Require(
            imported.Date >= terms.Period.FirstDay && imported.Date <= _today, "/imported/date", "order",
            "Ngày của báo cáo đã ban hành phải từ ngày đầu kỳ đến hôm nay.");
        Require(terms.Period.LastDay < _today, "/period/lastDay", "order", "Kỳ nhập lại phải là kỳ đã qua.");
        foreach (var (instant, place) in new[]
        {
            (terms.Deadlines.District, "/deadlines/district"), (terms.Deadlines.Province, "/deadlines/province"),
            (terms.Deadlines.Supreme, "/deadlines/supreme"), (terms.ClosesAt, "/closesAt"),
        })
        {
            Require(
                VietnamTime.DayOf(instant) < _today, place, "order", "Hạn nộp và thời điểm khóa của kỳ nhập lại phải ở trước hôm nay.");
        }

        Require(terms.OpensAt is null, "/opensAt", "imported", "Kỳ nhập lại mở ngay khi bắt đầu; bỏ thời điểm mở.");
        Require(terms.Milestones is null, "/milestones", "imported", "Kỳ nhập lại không nhắc việc; bỏ các mốc của kế hoạch.");
    }

    private void CheckMilestones(CycleTerms terms)
    {
        var milestones = terms.Milestones ?? [];
        Require(
            milestones.Count <= Milestone.Most, "/milestones", "out-of-range", $"Tối đa {Milestone.Most} mốc của kế hoạch.");
        foreach (var (place, milestone) in milestones.Take(Milestone.Most).Select((each, index) => ($"/milestones/{index}", each)))
        {
            Text($"{place}/name", milestone.Name, 200);
            Require(
                milestone.On >= terms.Plan.Date && milestone.On.Year <= Cycle.LastYear, $"{place}/on", "order",
                $"Mốc phải từ ngày của kế hoạch đến năm {Cycle.LastYear}.");
            RemindDays($"{place}/remindDays", milestone.RemindDays);
            Recipients($"{place}/concerns", milestone.Concerns, least: milestone.ConcernsUnits ? 0 : 1);
        }
    }

    private void RemindDays(string place, IReadOnlyList<int> days) =>
        Require(
            days.Count <= 20 && days.All(day => day is >= -90 and <= 90) && days.Order().Distinct().SequenceEqual(days),
            place, "out-of-range", "Các mốc đôn đốc tăng dần, khác nhau, từ -90 đến 90 ngày, tối đa 20 mốc.");

    private void Recipients(string place, IReadOnlyList<Recipient> recipients, int least)
    {
        Require(recipients.Count >= least && recipients.Count <= 200, place, "out-of-range", $"Cần từ {least} đến 200 nơi nhận.");
        foreach (var (recipient, index) in recipients.Take(200).Select((recipient, index) => (recipient, index)))
        {
            if (recipient is null)
            {
                Require(false, $"{place}/{index}", "required", "Nơi nhận phải có tên và địa chỉ thư.");
                continue;
            }

            Text($"{place}/{index}/name", recipient.Name, 200);
            Require(
                PlainText.IsOneLine(recipient.Mail, 254)
                    && MailAddress.TryCreate(recipient.Mail, out var address) && address.Address == recipient.Mail,
                $"{place}/{index}/mail", "mail", "Địa chỉ thư không hợp lệ.");
        }
    }

    private void CheckInstants(CycleTerms terms)
    {
        var deadlines = terms.Deadlines;
        Require(
            deadlines.District <= deadlines.Province, "/deadlines/province", "order",
            "Hạn của cấp tỉnh không được trước hạn của đơn vị cấp dưới.");
        Require(deadlines.All.All(due => due <= terms.ClosesAt), "/closesAt", "order", "Thời điểm khóa không được trước hạn nộp.");
        Require(
            terms.OpensAt is not { } opens || deadlines.All.All(due => opens < due), "/opensAt", "order",
            "Thời điểm mở phải trước mọi hạn nộp.");
        Require(
            deadlines.All.Append(terms.ClosesAt).All(instant => instant.Year is >= 2000 and <= Cycle.LastYear), "/deadlines",
            "out-of-range", "Các thời điểm phải trong khoảng 2000-2100.");
    }

    private void CheckParticipants(Participants participants)
    {
        foreach (var (unit, index) in participants.Units.Select((unit, index) => (unit, index)))
        {
            var known = _directory.Find(unit);
            Require(known is not null, $"/participants/units/{index}", "unknown-unit", $"Không có đơn vị {unit}.");
            if (known?.ValidTo is { } last && last < _counted)
            {
                Require(
                    false, $"/participants/units/{index}", "unit-ended",
                    $"Đơn vị {unit} đã kết thúc ngày {Vietnamese.Day(last)}; {Successors(unit, last)}");
            }
        }

        foreach (var (unit, index) in participants.Except.Select((unit, index) => (unit, index)))
        {
            Require(_directory.Find(unit) is not null, $"/participants/except/{index}", "unknown-unit", $"Không có đơn vị {unit}.");
        }

        Require(
            _directory.Units.Any(unit => unit.LivesOn(_counted) && participants.Include(unit)), "/participants", "empty",
            "Không có đơn vị nào phải báo cáo.");
    }

    private string Successors(UnitCode unit, DateOnly last)
    {
        var heirs = new Lineage(_directory).HeirsOf(unit, last, _counted).Where(heir => heir != UnitCode.Sector).ToList();
        return heirs.Count == 0 ? "không có đơn vị kế thừa." : $"đơn vị kế thừa: {string.Join(", ", heirs)}";
    }

    private void Text(string place, string text, int max) =>
        Require(
            !string.IsNullOrWhiteSpace(text) && PlainText.IsOneLine(text, max), place, "text",
            $"Nhập từ 1 đến {max} ký tự, không xuống dòng, không có ký tự không nhìn thấy.");

    private void Require(bool holds, string place, string rule, string message)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(place, rule, message));
        }
    }
}
