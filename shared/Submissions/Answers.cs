namespace VksServerless.Submissions;

/// <summary>What a unit answered, by field code. Blank fields are not in it.</summary>
public sealed record Answers(IReadOnlyDictionary<string, Answer> ByField)
{
    public static Answers None { get; } = new(new Dictionary<string, Answer>());

    public Answer? this[string field] => ByField.GetValueOrDefault(field);
}

/// <summary>One answer, already checked against its field.</summary>
public abstract record Answer
{
    /// <summary>Integer, decimal, money or percent: exact.</summary>
    public sealed record Number(decimal Value) : Answer;

    public sealed record YesNo(bool Value) : Answer;

    /// <summary>The code of the option.</summary>
    public sealed record Choice(string Option) : Answer;

    /// <summary>Text or narrative, NFC.</summary>
    public sealed record Words(string Text) : Answer;

    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>Ids of files attached to the same report.</summary>
    public sealed record Files(IReadOnlyList<string> Ids) : Answer;
}

/// <summary>
/// Điều chỉnh khi hợp nhất: what a province adds to or takes from the sum of its districts, with a reason; the
/// districts' reports stay as they are.
/// </summary>
/// <param name="Field">A summed numeric field.</param>
/// <param name="Amount">Added to the total; negative to take away; not zero.</param>
public sealed record Adjustment(string Field, decimal Amount, string Reason);

/// <summary>All that a unit hands in.</summary>
public sealed record ReportContent(Answers Answers, IReadOnlyList<Adjustment> Adjustments)
{
    public static ReportContent Empty { get; } = new(Answers.None, []);
}
