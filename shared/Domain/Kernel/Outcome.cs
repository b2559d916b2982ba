namespace VksServerless.Kernel;

/// <summary>What an operation came to: its result, or a refusal that is an answer and no fault.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Null when the operation was done.</summary>
    public Refusal? Refusal { get; }

    public bool Refused => Refusal is not null;

    /// <exception cref="InvalidOperationException">The operation was refused.</exception>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Type}");

    public TResult Match<TResult>(Func<T, TResult> done, Func<Refusal, TResult> refused) =>
        Refusal is null ? done(_value!) : refused(Refusal);

    public Outcome<TResult> Then<TResult>(Func<T, Outcome<TResult>> next) =>
        Refusal is null ? next(_value!) : new Outcome<TResult>(default, Refusal);

    public Outcome<TResult> Map<TResult>(Func<T, TResult> map) =>
        Refusal is null ? new Outcome<TResult>(map(_value!), null) : new Outcome<TResult>(default, Refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
