SELECT c.name, count(*) AS orders
FROM customers c
JOIN orders o ON o.customer_id = c.id
WHERE o.created_at >= timestamptz '2024-01-01 00:00:00+00'
  AND o.created_at < timestamptz '2025-01-01 00:00:00+00'
GROUP BY c.id, c.name
HAVING count(*) > 3
ORDER BY count(*) DESC, c.name
