namespace VksServerless.Workbooks.Reading;

/// <summary>What stands in a cell, as far as it can be an answer.</summary>
internal abstract record Cell
{
    public sealed record Blank : Cell
    {
        public static Blank One { get; } = new();
    }

    /// <param name="Value">Trimmed and not empty.</param>
    public sealed record Text(string Value) : Cell;

    /// <param name="Value">To 15 digits, as many as the program shows.</param>
    public sealed record Number(decimal Value, NumberFormat Format) : Cell
    {
        /// <summary>It had more digits than a cell keeps: the last ones are wrong.</summary>
        public bool IsRounded => Math.Abs(Value) >= 1_000_000_000_000_000m;
    }

    public sealed record Truth(bool Value) : Cell;

    /// <param name="Value">A day as ISO 8601 writes it.</param>
    public sealed record Day(string Value) : Cell;

    /// <param name="Code">E.g. #N/A.</param>
    public sealed record Error(string Code) : Cell;

    /// <summary>A formula that nobody has calculated.</summary>
    public sealed record Uncalculated : Cell;
}
