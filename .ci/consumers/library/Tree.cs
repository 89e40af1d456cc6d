using System;
using System.Collections.Generic;
using CoroutineGen;

namespace Library
{
    /// <summary>A binary tree, walked in order: delegation, a result, and a finally, in the oldest C# that is supported.</summary>
    public sealed partial class Tree<T>
        where T : IComparable<T>
    {
        private readonly Tree<T>? left, right;
        private readonly T value;

        public Tree(T value, Tree<T>? left = null, Tree<T>? right = null)
        {
            this.value = value;
            this.left = left;
            this.right = right;
        }

        /// <summary>Yields the values from the smallest to the largest, and returns how many there were.</summary>
        [Coroutine]
        public int Walk(ICollection<string> log, Yield<T> yield)
        {
            int count = 1;
            try
            {
                if (left != null)
                    count += yield.From(left.Walk(log));
                yield(value);
                if (right != null)
                    count += yield.From(right.Walk(log));
                return count;
            }
            finally
            {
                log.Add("left " + value);
            }
        }
    }
}
