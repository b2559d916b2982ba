using System.Globalization;
using VksServerless.Units;

namespace VksServerless.People;

/// <summary>Reads one line of a register file by itself and notes every fault of it.</summary>
internal sealed class PersonLineCheck(UnitDirectory units, LineErrors errors)
{
    private static readonly Person Nobody = new(PersonId.Unknown, "", null, []);

    /// <summary>The person with this one post; null when something is wrong, which has then been noted.</summary>
    public Person? Read(PersonLine line)
    {
        var before = errors.Count;
        var person = Identity(line);
        var post = Post(line);
        return errors.Count > before ? null : person with { Posts = [post] };
    }

    private Person Identity(PersonLine line)
    {
        Check(
            !Caller.CanBeShown(line.Id), line, "id",
            "Mã người dùng (mã mà hệ thống định danh cấp) phải có từ 1 đến 200 ký tự, không có ký tự điều khiển hoặc ký tự ẩn.");
        Check(
            line.Id == PersonId.System.ToString() || line.Id == PersonId.Unknown.ToString(), line, "id-reserved",
            $"Mã \"{line.Id}\" dành cho hệ thống.");
        Check(
            !Caller.CanBeShown(line.Name), line, "name", "Họ tên phải có từ 1 đến 200 ký tự, không có ký tự điều khiển hoặc ký tự ẩn.");
        Check(line.Mail.Length > 0 && !UnitLineCheck.IsAddress(line.Mail), line, "mail", $"Địa chỉ thư \"{line.Mail}\" không hợp lệ.");

        // What a spreadsheet would run never gets in, so that every export is a true copy.
        foreach (var text in new[] { line.Id, line.Name, line.Mail, line.InPlaceOf }.Where(PlainText.LooksLikeFormula).Distinct())
        {
            Check(
                true, line, "formula",
                $"\"{text}\" bắt đầu bằng =, +, - hoặc @ nên phần mềm bảng tính sẽ hiểu là công thức; bỏ ký tự đó.");
        }

        return PersonId.TryParse(line.Id, out var id)
            ? new Person(id, line.Name.Trim().Normalize(), line.Mail.Length > 0 ? line.Mail : null, [])
            : Nobody;
    }

    private Post Post(PersonLine line)
    {
        var hasRole = RoleText.TryParse(line.Role, out var role) && role is not Role.Machine;
        Check(!hasRole, line, "role", $"Vai trò \"{line.Role}\" không hợp lệ; chọn một trong: {string.Join(", ", RoleText.OfPersons)}.");
        var hasUnit = UnitCode.TryParse(line.Unit, out var unit) && units.Find(unit) is not null;
        Check(!hasUnit, line, "unit-unknown", $"Đơn vị \"{line.Unit}\" không có trong danh bạ.");
        Check(
            hasRole && hasUnit && role is Role.Leadership && unit != UnitCode.Sector, line, "role-unit",
            $"Lãnh đạo Viện chỉ thuộc {UnitCode.Sector}.");
        Check(
            hasRole && hasUnit && role is Role.UnitReporter or Role.UnitHead && unit == UnitCode.Sector, line, "role-unit",
            $"{RoleText.InWords(role)} phải thuộc một đơn vị, không thuộc {UnitCode.Sector}.");
        var from = Day(line, "from", line.From);
        var to = line.To.Length == 0 ? null : Day(line, "to", line.To);
        Check(to < from, line, "period", "Ngày cuối đứng trước ngày đầu.");
        if (line.InPlaceOf.Length > 0)
        {
            Check(line.InPlaceOf == line.Id, line, "in-place-of-oneself", "Không ai thay thế chính mình.");
            Check(line.To.Length == 0, line, "in-place-of-undated", "Người thay thế phải có ngày cuối.");
            Check(
                from is { } first && to is { } last
                    && (first.Year >= DateOnly.MaxValue.Year || last >= first.AddYears(Delegation.MostYears)),
                line, "in-place-of-too-long", $"Mỗi lần thay thế tối đa {Delegation.MostYears} năm.");
        }

        return new Post(role, unit, from ?? default, to, PersonId.TryParse(line.InPlaceOf, out var other) ? other : null);
    }

    private DateOnly? Day(PersonLine line, string rule, string text)
    {
        var valid = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        Check(!valid, line, rule, $"Ngày \"{text}\" không hợp lệ; viết theo dạng 2018-07-20.");
        return valid ? day : null;
    }

    private void Check(bool broken, PersonLine line, string rule, string message)
    {
        if (broken)
        {
            errors.Add(line.Number, rule, message);
        }
    }
}
