namespace VksServerless.Web.Door.Bodies;

/// <summary>On a part of a body that is written in one of two ways, by a converter of its own.</summary>
/// <param name="plain">What it is when it is no JSON object.</param>
/// <param name="whole">What it is when it is one.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute(Type plain, Type whole) : Attribute
{
    public Type Plain { get; } = plain;

    public Type Whole { get; } = whole;
}
