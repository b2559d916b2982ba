namespace VksServerless.Kernel;

/// <summary>An expected "no", told to a person (RFC 9457 problem details).</summary>
/// <param name="Kind">Decides the HTTP status.</param>
/// <param name="Type">Stable English identifier in kebab case, e.g. cycle-closed. Never renamed.</param>
/// <param name="Title">What went wrong, in Vietnamese, the same for every case of the type.</param>
/// <param name="Detail">What was wrong here and what to do, in Vietnamese.</param>
public sealed record Refusal(RefusalKind Kind, string Type, string Title, string Detail)
{
    /// <summary>Every fault of the input, each at its place; empty when the refusal is about the whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What was made under an idempotency key was made of another request.</summary>
    public static Refusal KeyReused { get; } = new(
        RefusalKind.Invalid, "idempotency-key-reused", "Idempotency-Key đã dùng",
        "Khóa này đã dùng cho một yêu cầu có nội dung khác; hãy dùng khóa mới.");
}

/// <param name="Place">RFC 6901 JSON pointer, or "line 12" for a line of a file.</param>
/// <param name="Rule">Stable English identifier of the broken rule, e.g. required, out-of-range.</param>
/// <param name="Message">In Vietnamese: what is wrong and how to correct it.</param>
public sealed record FieldError(string Place, string Rule, string Message);

public enum RefusalKind
{
    /// <summary>The request cannot be read (400).</summary>
    Malformed,

    /// <summary>Nobody, or not validly, signed in (401).</summary>
    Unauthenticated,

    /// <summary>Not this person's to do or to see (403).</summary>
    Forbidden,

    /// <summary>There is no such thing, or it is not this person's to know of (404).</summary>
    NotFound,

    /// <summary>The state of things does not allow it (409).</summary>
    Conflict,

    /// <summary>It has changed since it was read (412).</summary>
    Stale,

    /// <summary>Too large (413).</summary>
    TooLarge,

    /// <summary>Not a kind that is taken (415).</summary>
    UnsupportedKind,

    /// <summary>Readable, but wrong (422).</summary>
    Invalid,

    /// <summary>The condition header that is demanded is missing (428).</summary>
    ConditionMissing,
}
