namespace Azure.Data.Tables.Models;

public readonly struct TableErrorCode(string value) : IEquatable<TableErrorCode>
{
    private readonly string _value = value;

    public static TableErrorCode EntityAlreadyExists { get; } = new(nameof(EntityAlreadyExists));

    public static TableErrorCode EntityNotFound { get; } = new(nameof(EntityNotFound));

    public static TableErrorCode ResourceNotFound { get; } = new(nameof(ResourceNotFound));

    public static TableErrorCode TableAlreadyExists { get; } = new(nameof(TableAlreadyExists));

    public static TableErrorCode TableNotFound { get; } = new(nameof(TableNotFound));

    public static TableErrorCode UpdateConditionNotSatisfied { get; } = new(nameof(UpdateConditionNotSatisfied));

    public static implicit operator TableErrorCode(string value) => new(value);

    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is TableErrorCode other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    public override string ToString() => _value;
}
