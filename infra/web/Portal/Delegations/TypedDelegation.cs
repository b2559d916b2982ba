using Microsoft.AspNetCore.Http;
using VksServerless.Application.People;
using VksServerless.People;

namespace VksServerless.Web.Portal.Delegations;

/// <summary>A delegation as the head typed it.</summary>
/// <param name="Person">Which of the unit's people: the id.</param>
/// <param name="Key">Of the page, so that it is given once.</param>
public sealed record TypedDelegation(string Person, string From, string To, string Reason, string Key)
{
    internal static TypedDelegation Blank { get; } = new("", "", "", "", "");

    internal static TypedDelegation Of(IFormCollection posted) => new(
        posted["person"].ToString(), posted["from"].ToString(), posted["to"].ToString(), posted["reason"].ToString(),
        posted["key"].ToString());

    internal static FieldError Unreadable(string place) =>
        new(place, "unreadable", $"Ghi {(place == "/to" ? "ngày cuối" : "ngày đầu")} theo dạng ngày/tháng/năm, ví dụ 20/07/2026.");

    /// <param name="people">Who may be chosen.</param>
    internal Outcome<DelegationAsked> Read(IReadOnlyList<Person> people)
    {
        var errors = new List<FieldError>();
        var chosen = people.FirstOrDefault(person => person.Id.ToString() == Person);
        if (chosen is null)
        {
            errors.Add(new FieldError("/person", "required", "Chọn người được ủy quyền."));
        }

        if (!TypedDay.TryRead(From, out var from))
        {
            errors.Add(Unreadable("/from"));
        }

        if (!TypedDay.TryRead(To, out var to))
        {
            errors.Add(Unreadable("/to"));
        }

        if (Kernel.Reason.Check(Reason) is { } missing)
        {
            errors.Add(new FieldError("/reason", "required", missing.Detail));
        }

        return errors.Count > 0
            ? DelegationRefusals.Invalid(errors)
            : new DelegationAsked(chosen!.Id.ToString(), chosen.Name, from, to, Reason);
    }
}
