using System;

namespace CoroutineGen;

/// <summary>The type with one value: what a consumer yields, and what a one-way coroutine with a result is sent.</summary>
public readonly struct Unit : IEquatable<Unit>
{
    /// <summary>Always true: there is only one value.</summary>
    /// <param name="other">Another unit.</param>
    /// <returns><see langword="true"/>.</returns>
    public bool Equals(Unit other) => true;

    /// <summary>Whether <paramref name="obj"/> is a unit.</summary>
    /// <param name="obj">Any object, or null.</param>
    /// <returns><see langword="true"/> for a boxed unit.</returns>
    public override bool Equals(object? obj) => obj is Unit;

    /// <summary>The same for every unit.</summary>
    /// <returns>Zero.</returns>
    public override int GetHashCode() => 0;

    /// <summary>The empty tuple, as it is written in most languages that have it.</summary>
    /// <returns><c>()</c>.</returns>
    public override string ToString() => "()";

    /// <summary>Always true: there is only one value.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns><see langword="true"/>.</returns>
    public static bool operator ==(Unit left, Unit right) => true;

    /// <summary>Always false: there is only one value.</summary>
    /// <param name="left">A unit.</param>
    /// <param name="right">A unit.</param>
    /// <returns><see langword="false"/>.</returns>
    public static bool operator !=(Unit left, Unit right) => false;
}
