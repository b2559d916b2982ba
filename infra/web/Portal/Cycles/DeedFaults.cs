namespace VksServerless.Web.Portal.Cycles;

/// <summary>Which input of a decision's page a refusal is about.</summary>
internal static class DeedFaults
{
    public static Refusal Unreadable(string id, string message) =>
        new(RefusalKind.Invalid, "typed-unreadable", "Chưa làm được", "Có chỗ cần sửa:")
        {
            Errors = [new FieldError($"/{id}", "unreadable", message)],
        };

    public static IReadOnlyList<FieldError> At(Refusal? refusal, string id) => refusal switch
    {
        null => [],
        { Type: "reason-missing", Errors.Count: 0 } when id == "reason" => [new FieldError("/reason", "required", refusal.Detail)],
        _ => [.. refusal.Errors.Where(error => error.Place == $"/{id}")],
    };

    /// <summary>A missing reason as a fault of its input, so that the summary leads there.</summary>
    public static Refusal AtInputs(Refusal refusal) => refusal is { Type: "reason-missing", Errors.Count: 0 }
        ? refusal with { Errors = [new FieldError("/reason", "required", refusal.Detail)] }
        : refusal;

    public static string? Link(string place) => place.Length > 1 ? $"#{place[1..]}" : null;
}
